"use strict";
// Check-ins are kept on this phone until they have been taken, each under the moment at which it was said.
(() => {
  const root = document.querySelector(".day[data-account]");
  if (!root) return;
  const words = root.dataset, page = location.pathname;
  const mine = "freshlegs.checkin." + words.account + "." + words.athlete + ".";
  const forms = [...root.querySelectorAll("form.telling")];
  const list = root.querySelector("#kept"), banner = root.querySelector("#offline");
  let trouble = "";

  const here = () => new Intl.DateTimeFormat("en-CA", { timeZone: words.zone, dateStyle: "short" }).format(new Date());
  const keyOf = form => mine + form.dataset.kind + "." + form.elements.date.value + "." + (form.elements.run?.value ?? 1);
  const kept = () => {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(mine)).sort()
        .map(key => ({ key, text: localStorage.getItem(key) })).map(each => ({ ...each, ...JSON.parse(each.text) }));
    } catch (refused) {
      return [];
    }
  };
  const drop = entry => {
    if (localStorage.getItem(entry.key) === entry.text) localStorage.removeItem(entry.key);
  };
  const fill = (form, said) => {
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden") continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = said.getAll(field.name).includes(field.value);
      else field.value = said.get(field.name) ?? "";
    }
    for (const part of form.querySelectorAll("details"))
      if (part.querySelector(":checked:not(option)") || [...part.querySelectorAll("input:not([type=checkbox]), select")].some(each => each.value)) part.open = true;
    mark(form);
  };
  const mark = form => form.querySelectorAll("[type=radio]").forEach(each => { each.dataset.was = each.checked ? "yes" : ""; });
  const problem = (form, sentence) => {
    const place = form.querySelector(".refused");
    place.textContent = sentence;
    place.hidden = !sentence;
    if (sentence) place.scrollIntoView({ block: "center" });
  };

  const tell = sentence => {
    const place = root.querySelector("#not-taken");
    place.textContent = sentence;
    place.hidden = false;
  };

  const show = () => {
    const all = kept(), items = list.querySelector("ul");
    list.hidden = all.length === 0;
    items.replaceChildren(...all.map(entry => {
      const item = root.querySelector("#kept-item").content.cloneNode(true);
      item.querySelector(".label").textContent = entry.about;
      const form = forms.find(each => keyOf(each) === entry.key);
      item.querySelector("a").href = form ? "#" + form.closest("section").id : page + "?date=" + new URLSearchParams(entry.body).get("date");
      item.querySelector(".discard").addEventListener("click", () => { localStorage.removeItem(entry.key); show(); });
      return item;
    }));
    list.querySelector(".untold").hidden = !all.some(entry => new URLSearchParams(entry.body).has("symptom"));
    list.querySelector(".sign-in").hidden = trouble !== "signed-out";
    list.querySelector(".away").hidden = trouble !== "away";
    for (const form of forms) form.querySelector(".on-phone").hidden = !all.some(entry => entry.key === keyOf(form));
    banner.hidden = words.kept !== "yes" && navigator.onLine;
    banner.querySelector(".old").hidden = words.date === here();
  };

  const send = async entry => {
    let answer;
    try {
      answer = await fetch(entry.action, {
        method: "POST", body: new URLSearchParams(entry.body), credentials: "same-origin", signal: AbortSignal.timeout(20_000)
      });
    } catch (offline) {
      return { trouble: "offline" };
    }
    const at = new URL(answer.url);
    if (at.pathname === "/sign-in") return { trouble: "signed-out" };
    if (answer.redirected && at.pathname === page) {
      drop(entry);
      return { to: at.href };
    }
    if (answer.status !== 422) return { trouble: "away" };
    drop(entry);
    const said = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { refused: said.querySelector(".refused:not([hidden])")?.textContent ?? "" };
  };

  let sending = Promise.resolve();
  const sendAll = () => sending = sending.then(async () => {
    let to = "";
    for (const entry of kept()) {
      const outcome = await send(entry);
      trouble = outcome.trouble ?? "";
      to = outcome.to ?? to;
      const form = forms.find(each => keyOf(each) === entry.key);
      if (outcome.refused !== undefined && form) problem(form, outcome.refused);
      else if (outcome.refused !== undefined) tell(entry.about + ": " + outcome.refused);
      if (outcome.trouble) break;
    }
    show();
    if (to && kept().length === 0) location.replace(to);
    return to;
  });

  const say = async (form, event) => {
    event.preventDefault();
    const said = new URLSearchParams(new FormData(form));
    const answered = [...said].some(([name, value]) => value.trim() && name !== "date" && name !== "run");
    problem(form, answered ? "" : words.wordsNothing);
    if (!answered) return;
    said.set("recorded", new Date().toISOString());
    const about = form.closest("section").querySelector("[data-about]").dataset.about;
    try {
      localStorage.setItem(keyOf(form), JSON.stringify({ action: form.getAttribute("action"), body: said.toString(), about }));
    } catch (refused) {
      form.submit();
      return;
    }
    form.querySelector(".buttons button").disabled = true;
    await sendAll();
    form.querySelector(".buttons button").disabled = false;
    if (!list.hidden) list.scrollIntoView({ block: "start" });
  };

  /** What was kept of an earlier day asks about this day, with nothing said yet. */
  const renew = () => {
    if (words.date >= here()) return;
    for (const form of forms.filter(each => each.dataset.today === "yes" && each.elements.date.value === words.date)) {
      form.elements.date.value = here();
      fill(form, new URLSearchParams());
      form.closest("section").querySelectorAll(".was-said").forEach(each => each.remove());
    }
  };

  renew();
  for (const form of forms) {
    form.addEventListener("submit", event => say(form, event));
    form.addEventListener("click", event => {
      const pressed = event.target;
      if (pressed.type !== "radio") return;
      if (pressed.dataset.was === "yes") pressed.checked = false;
      mark(form);
    });
    mark(form);
    const entry = kept().find(each => each.key === keyOf(form));
    if (entry) fill(form, new URLSearchParams(entry.body));
  }
  document.querySelector('.who form[action="/sign-out"]')?.addEventListener("submit", event => {
    if (kept().length > 0 && !confirm(words.wordsLeave)) event.preventDefault();
  });
  list.querySelector(".send").addEventListener("click", sendAll);
  addEventListener("online", async () => {
    const to = await sendAll();
    if (!to && words.kept === "yes") location.reload();
  });
  addEventListener("offline", show);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sendAll(); });
  setInterval(() => { if (!document.hidden && kept().length > 0) sendAll(); }, 30_000);
  show();
  sendAll();
  if (words.own === "yes") navigator.serviceWorker?.register("/sw.js").then(() => navigator.serviceWorker.ready)
    .then(ready => { if (words.kept !== "yes" && location.search === "") ready.active.postMessage({ keep: page }); })
    .catch(() => { /* without one the page works while there is a connection */ });
})();

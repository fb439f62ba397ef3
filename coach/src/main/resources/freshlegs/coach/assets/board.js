"use strict";
(() => {
  const table = document.querySelector(".board"), bar = document.querySelector("[data-live]"), form = document.querySelector(".choice");
  if (!table || !bar || !form) return;
  const say = (key, detail) => bar.dataset["say" + key].replace("{0}", detail);
  const body = () => table.tBodies[0];
  const rows = () => [...body().rows];
  const seen = () => rows().filter(row => !row.hidden);
  const key = row => row.dataset.key;
  const named = form.elements.name, sort = bar.querySelector("[data-sort]"), moved = bar.querySelector("[data-moved]");
  const pulse = bar.querySelector("[data-pulse]"), help = document.querySelector("dialog.keys");

  /* What the server said last of each cell; what the page itself has changed since (open details, typed text) is not part of it. */
  const said = new WeakMap();
  const remember = row => { for (const cell of row.cells) said.set(cell, cell.outerHTML); };
  rows().forEach(remember);
  let latest = null;

  const typed = place => [...place.querySelectorAll("input:not([type=hidden])")].some(input => input.value !== input.defaultValue);
  const nameOf = e => e && (e.getAttribute("href") || e.getAttribute("name") || e.tagName) + "|" + (e.getAttribute("value") || "");
  const swap = (old, fresh) => {
    const told = fresh.outerHTML;
    if (said.get(old) === told) return old;
    if (typed(old)) {
      const from = fresh.querySelector("summary"), to = old.querySelector("summary");
      if (from && to) to.replaceChildren(...from.childNodes);
      return old;
    }
    const focus = old.contains(document.activeElement) ? nameOf(document.activeElement) : null;
    const open = old.querySelector("details")?.open;
    old.replaceChildren(...fresh.childNodes);
    old.className = fresh.className;
    if (open) old.querySelector("details").open = true;
    if (focus !== null) {
      const again = [...old.querySelectorAll("a, button, input, summary")].find(e => nameOf(e) === focus);
      (again || old.parentElement.querySelector(".name")).focus({ preventScroll: true });
    }
    said.set(old, told);
    return old;
  };
  const update = (old, fresh) => {
    old.className = fresh.className;
    [...fresh.cells].forEach((cell, i) => swap(old.cells[i], cell));
  };

  /* How many rows must leave their places: all but the longest run that is in order already. */
  const displaced = places => {
    const ends = [];
    for (const place of places) {
      let at = ends.findIndex(end => end >= place);
      ends[at < 0 ? ends.length : at] = place;
    }
    return places.length - ends.length;
  };
  const judgeOrder = () => {
    const place = new Map(latest.map((row, i) => [key(row), i]));
    const here = rows().map(key), both = here.filter(name => place.has(name));
    const away = displaced(both.map(name => place.get(name))) + here.length - both.length, fresh = latest.length - both.length;
    rows().forEach(row => row.classList.toggle("gone", !place.has(key(row))));
    const words = [away ? say("Moved", away) : "", fresh ? say("New", fresh) : ""].filter(Boolean).join(" ");
    if (moved.textContent !== words) moved.textContent = words;
    sort.hidden = !words;
  };
  const sortAgain = () => {
    if (sort.hidden || !latest) return;
    const old = new Map(rows().map(row => [key(row), row])), focus = document.activeElement;
    const order = latest.map(row => old.get(key(row)) || document.importNode(row, true));
    order.filter(row => !said.has(row.cells[0])).forEach(remember);
    body().replaceChildren(...order);
    filter();
    judgeOrder();
    if (table.contains(focus)) focus.focus(); else seen()[0]?.querySelector(".name").focus();
  };
  sort.addEventListener("click", sortAgain);

  const filter = () => {
    const part = named.value.trim().toLowerCase();
    for (const row of rows()) row.hidden = !key(row).includes(part);
  };
  named.addEventListener("input", filter);

  let asking = false, again = false;
  const read = () => {
    if (asking) { again = true; return; }
    asking = true;
    const address = new URL(location.href);
    address.hash = "";
    address.searchParams.delete("taken");
    address.searchParams.set("part", "rows");
    fetch(address, { headers: { Accept: "text/html" }, redirect: "error" })
      .then(answer => answer.ok ? answer.text() : Promise.reject(new Error("status " + answer.status)))
      .then(html => {
        const fresh = new DOMParser().parseFromString("<table>" + html + "</table>", "text/html").querySelector("tbody");
        if (!fresh) return;
        latest = [...fresh.rows];
        const old = new Map(rows().map(row => [key(row), row]));
        for (const row of latest) if (old.has(key(row))) update(old.get(key(row)), row.cloneNode(true));
        document.getElementById("tally").textContent = fresh.dataset.tally;
        judgeOrder();
        document.documentElement.dataset.read = String(Number(document.documentElement.dataset.read || 0) + 1);
      })
      .catch(() => dead())
      .finally(() => {
        asking = false;
        if (again) { again = false; setTimeout(read, 500); }
      });
  };

  /* A page that nobody sees does not listen: browsers keep few connections to one host. */
  const FIRST = 1000, LONGEST = 60000;
  let source = null, wait = FIRST, timer = 0, since = null;
  const live = () => {
    since = null;
    wait = FIRST;
    pulse.className = "pulse on";
    pulse.textContent = say("Live", "");
  };
  const dead = () => {
    since = since || new Date();
    pulse.className = "pulse off";
    pulse.textContent = say("Dead", since.toTimeString().slice(0, 5));
  };
  const listen = () => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    let late = since !== null || latest !== null;
    source = new EventSource(bar.dataset.live);
    source.addEventListener("here", () => {
      live();
      if (late) read();
      late = true;
    });
    source.addEventListener("changed", read);
    source.addEventListener("error", () => {
      stop();
      dead();
      timer = setTimeout(listen, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST);
    });
  };
  const stop = () => {
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return listen();
    since = since || new Date();
    stop();
  });
  addEventListener("pagehide", stop);
  listen();

  /* An answer is sent from where one is; the row says so until the tables have it. */
  body().addEventListener("submit", event => {
    const sent = event.target, button = event.submitter, place = sent.closest("td");
    event.preventDefault();
    const content = new URLSearchParams(new FormData(sent, button));
    const name = sent.closest("tr").querySelector(".name");
    fetch(sent.action, { method: "POST", body: content, redirect: "manual" }).then(answer => {
      if (answer.type !== "opaqueredirect") throw new Error("status " + answer.status);
      if (sent.classList.contains("groups")) {
        for (const input of sent.elements) if (input.name) input.defaultValue = input.value;
        read();
        return;
      }
      const told = document.createElement("span");
      told.className = "told quiet";
      told.setAttribute("role", "status");
      told.textContent = say("Taken", "");
      place.querySelectorAll("form").forEach(old => old.remove());
      place.append(told);
      said.delete(place);
      name.focus({ preventScroll: true });
    }).catch(() => {
      if (button?.name) sent.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
      sent.submit();
    });
  });

  if (document.body.dataset.keys === "off") return;
  const button = bar.querySelector("[data-help]");
  button.hidden = false;
  button.addEventListener("click", () => help.showModal());
  const step = by => {
    const all = seen(), at = all.findIndex(row => row.contains(document.activeElement));
    const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    to?.querySelector(".name").focus();
    to?.scrollIntoView({ block: "nearest" });
  };
  const does = {
    "/": () => { named.focus(); named.select(); },
    "j": () => step(1),
    "k": () => step(-1),
    "a": () => document.activeElement.closest?.("tr[data-key]")?.querySelector("[data-alert]")?.click(),
    "n": () => { form.elements.needs.checked = !form.elements.needs.checked; form.requestSubmit(); },
    "r": sortAgain,
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open || !does[event.key]) return;
    if (typing && typing.type !== "checkbox") return;
    event.preventDefault();
    does[event.key]();
  });
})();

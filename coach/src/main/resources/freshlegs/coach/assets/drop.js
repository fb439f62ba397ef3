"use strict";
(() => {
  const place = document.querySelector("[data-send]");
  if (!place) return;
  const AT_ONCE = 2, LONGEST_WAIT = 5000, PATIENCE = 30 * 60 * 1000;
  const list = place.querySelector(".handed"), choose = place.querySelector("input"), news = place.querySelector("[data-news]");
  const [WAITING, PROCESSING, IMPORTED, DUPLICATE, SET_ASIDE, FAILED, TAKEN, SLOW, QUEUED, SENDING, SENT_OF, NOT_TAKEN, ANSWERED, BROKEN] =
    list.dataset.words.split("|");
  const WORDS = { "waiting": WAITING, "processing": PROCESSING, "imported": IMPORTED, "duplicate": DUPLICATE, "set-aside": SET_ASIDE, "failed": FAILED };
  const GOOD = ["imported", "duplicate"];
  const queue = [];
  let busy = 0;

  const row = file => {
    const item = document.createElement("li"), name = document.createElement("span"), state = document.createElement("span");
    const bar = document.createElement("progress");
    name.className = "path";
    name.textContent = file.name;
    state.className = "tag";
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", SENT_OF.replace("{0}", () => file.name));
    item.append(state, " ", name, " ", bar);
    list.append(item);
    const say = (words, reason, look) => {
      state.textContent = words;
      state.className = "tag " + (look || "");
      item.querySelector(".reason")?.remove();
      if (reason) {
        const why = document.createElement("span");
        why.className = "reason quiet";
        why.textContent = reason;
        item.append(why);
      }
    };
    return { say, bar };
  };

  const follow = (id, shown) => {
    const since = Date.now();
    const ask = wait => setTimeout(() => fetch(place.dataset.ask + id, { headers: { Accept: "application/json" } })
      .then(answer => answer.ok ? answer.json() : Promise.reject(new Error("status " + answer.status)))
      .then(file => {
        shown.say(WORDS[file.state] || file.state, file.reason, file.over && !GOOD.includes(file.state) ? "stale" : "");
        if (file.over) news.hidden = false;
        return file.over;
      })
      .catch(() => false)
      .then(over => {
        if (over) return;
        if (Date.now() - since < PATIENCE) ask(Math.min(wait * 1.5, LONGEST_WAIT));
        else shown.say(TAKEN, SLOW);
      }), wait);
    ask(500);
  };

  const error = request => {
    try { return JSON.parse(request.responseText).error; } catch (e) { return ""; }
  };

  const send = ({ file, shown }) => {
    const request = new XMLHttpRequest();
    const end = (words, reason) => {
      shown.bar.remove();
      shown.say(words, reason, words === NOT_TAKEN ? "stale" : "");
      busy--;
      next();
    };
    shown.say(SENDING);
    request.upload.onprogress = sent => { if (sent.lengthComputable) shown.bar.value = sent.loaded / sent.total * 100; };
    request.onload = () => {
      if (request.status !== 202) return end(NOT_TAKEN, error(request) || ANSWERED.replace("{0}", request.status));
      end(WORDS.waiting);
      follow(JSON.parse(request.responseText).id, shown);
    };
    request.onerror = () => end(NOT_TAKEN, BROKEN);
    request.open("PUT", place.dataset.send + encodeURIComponent(file.name));
    request.send(file);
  };

  const next = () => {
    while (busy < AT_ONCE && queue.length) {
      busy++;
      send(queue.shift());
    }
  };

  const take = files => {
    for (const file of files) {
      const shown = row(file);
      shown.say(QUEUED);
      queue.push({ file, shown });
    }
    next();
  };

  choose.addEventListener("change", () => {
    take(choose.files);
    choose.value = "";
  });
  const over = yes => place.classList.toggle("over", yes);
  for (const kind of ["dragenter", "dragover"]) place.addEventListener(kind, event => {
    event.preventDefault();
    over(true);
  });
  place.addEventListener("dragleave", () => over(false));
  place.addEventListener("drop", event => {
    event.preventDefault();
    over(false);
    take(event.dataTransfer.files);
  });
})();

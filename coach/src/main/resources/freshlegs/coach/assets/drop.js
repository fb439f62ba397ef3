"use strict";
(() => {
  const place = document.querySelector("[data-send]");
  if (!place) return;
  const AT_ONCE = 2, LONGEST_WAIT = 5000, PATIENCE = 30 * 60 * 1000;
  const list = place.querySelector(".handed"), choose = place.querySelector("input"), news = place.querySelector("[data-news]");
  const WORDS = {
    "waiting": "taken, waits for its turn", "processing": "taken, is being read", "imported": "imported",
    "duplicate": "known already", "set-aside": "set aside", "failed": "failed",
  };
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
    bar.setAttribute("aria-label", "Sent of " + file.name);
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
        else shown.say("taken", "It takes its time; the list of files will show its outcome.");
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
      shown.say(words, reason, words === "not taken" ? "stale" : "");
      busy--;
      next();
    };
    shown.say("is being sent");
    request.upload.onprogress = sent => { if (sent.lengthComputable) shown.bar.value = sent.loaded / sent.total * 100; };
    request.onload = () => {
      if (request.status !== 202) return end("not taken", error(request) || "The answer was " + request.status + ".");
      end(WORDS.waiting);
      follow(JSON.parse(request.responseText).id, shown);
    };
    request.onerror = () => end("not taken", "It could not be sent: a folder, a file that is too large, or the line broke.");
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
      shown.say("will be sent");
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

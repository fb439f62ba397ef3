"use strict";
(() => {
  const cards = document.querySelector(".waycards[data-live]");
  if (!cards) return;
  const FIRST = 1000, LONGEST = 60000, BETWEEN = 3000, LOOK = 60000, MOST_LOOKS = 15;
  const said = new Map();
  const parts = root => [...root.querySelectorAll("[id^='way-']")];
  for (const part of parts(document)) said.set(part.id, part.outerHTML);
  let asking = false, source = null, wait = FIRST, timer = 0, later = 0, last = -BETWEEN, looks = 0;

  /* Only what has changed is replaced, each part at its own place; forms stand apart from them. */
  const read = () => {
    clearTimeout(later);
    if (document.hidden) return;
    const since = performance.now() - last;
    if (asking || since < BETWEEN) {
      later = setTimeout(read, Math.max(200, BETWEEN - since));
      return;
    }
    asking = true;
    last = performance.now();
    fetch(cards.dataset.part, { headers: { Accept: "text/html" }, redirect: "error" })
      .then(answer => answer.ok ? answer.text() : Promise.reject(new Error("status " + answer.status)))
      .then(html => {
        for (const fresh of parts(new DOMParser().parseFromString(html, "text/html"))) {
          const old = document.getElementById(fresh.id);
          if (!old || said.get(fresh.id) === fresh.outerHTML) continue;
          said.set(fresh.id, fresh.outerHTML);
          old.className = fresh.className;
          old.replaceChildren(...fresh.childNodes);
        }
        document.documentElement.dataset.read = String(Number(document.documentElement.dataset.read || 0) + 1);
      })
      .catch(() => {})
      .finally(() => { asking = false; });
  };

  const stop = () => {
    source?.close();
    source = null;
  };
  const listen = () => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    source = new EventSource(cards.dataset.live);
    source.addEventListener("here", () => { wait = FIRST; read(); });
    source.addEventListener("changed", read);
    source.addEventListener("error", () => {
      stop();
      timer = setTimeout(listen, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST);
    });
  };
  document.addEventListener("visibilitychange", () => document.hidden ? stop() : listen());
  addEventListener("pagehide", stop);
  /* The tables do not tell of folders, keys and connections; somebody who sets one up looks for a while. */
  const looking = setInterval(() => {
    if (++looks > MOST_LOOKS) clearInterval(looking);
    else read();
  }, LOOK);
  listen();
})();

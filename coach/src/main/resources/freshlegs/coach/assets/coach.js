"use strict";
(() => {
  const box = document.querySelector(".charts[data-source]");
  if (!box || !window.uPlot) return;
  const HEIGHT = 214;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const number = (_, value) => value == null ? "–" : value.toFixed(1).replace("-", "−");
  const line = (label, stroke, more) =>
    ({ label, stroke: colour(stroke), width: 2, spanGaps: false, points: { show: false }, value: number, ...more });
  const dots = label =>
    line(label, "marker", { width: 0, paths: () => null, points: { show: true, size: 4, width: 1, stroke: colour("marker"), fill: colour("marker") } });
  const top = line("Band to", "band", { width: 0, class: "u-silent" });
  const bottom = upper => line("Own band", "band", {
    width: 0, fill: null,
    value: (u, low, series, day) => low == null ? "–" : number(u, low) + " to " + number(u, upper[day]),
  });

  const banded = (marker, unit) => ({
    data: [marker.low, marker.high, marker.judged, marker.daily],
    series: [bottom(marker.high), top, line("Smoothed", "fitness"), dots("Measured, " + unit)],
    bands: [{ series: [2, 1], fill: colour("band") }],
  });
  const shapes = {
    "form": t => ({
      data: [t.fitness, t.fatigue, t.form],
      series: [line("Fitness", "fitness"), line("Fatigue", "fatigue"), line("Form", "form", { dash: [6, 4] })],
    }),
    "resting-heart-rate": t => banded(t.restingHeartRate, "bpm"),
    "hrv": t => banded(t.hrv, "ms"),
    "heart-rate-at-pace": t => banded(t.heartRateAtPace, "bpm"),
    "distance-7d": t => banded(t.distance7d, "km"),
    "load-7d": t => banded(t.load7d, "load"),
    "sleep": t => banded(t.sleep, "h"),
    "feeling": t => banded(t.feeling, "of 7"),
    "load": t => ({
      data: [t.load],
      series: [line("Load", "bar", { width: 0, fill: colour("bar"), paths: uPlot.paths.bars({ size: [0.7, 40] }) })],
      zero: true,
    }),
  };

  const axis = more => ({ stroke: colour("axis"), grid: { stroke: colour("gridline"), width: 1 }, ticks: { stroke: colour("gridline"), width: 1 }, ...more });
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const LONG = 400 * 86400;
  const days = (u, splits) => splits.map(at => {
    const date = new Date(at * 1000), month = MONTHS[date.getUTCMonth()];
    return u.scales.x.max - u.scales.x.min > LONG ? month + " " + date.getUTCFullYear() : date.getUTCDate() + " " + month;
  });
  const dateText = (_, seconds) => seconds == null ? "–" : new Date(seconds * 1000).toISOString().slice(0, 10);

  let charts = [];
  const draw = trend => {
    charts.forEach(chart => chart.destroy());
    const seconds = trend.dates.map(date => Date.parse(date + "T00:00:00Z") / 1000);
    charts = [...box.querySelectorAll("[data-chart]")].map(place => {
      const shape = shapes[place.dataset.chart](trend);
      place.classList.add("drawn");
      return new uPlot({
        width: place.clientWidth,
        height: HEIGHT,
        tzDate: at => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
        cursor: { drag: { x: true, y: false }, sync: { key: "days" } },
        scales: { y: { range: (_, low, high) => span(low, high, shape.zero) } },
        axes: [axis({ values: days, space: 64 }), axis({ size: 46 })],
        legend: { markers: { fill: (_, series) => series === 0 || shape.series[series - 1].label !== "Own band" ? null : colour("band") } },
        bands: shape.bands || [],
        series: [{ label: "Day", value: dateText }, ...shape.series],
      }, [seconds, ...shape.data], place);
    });
  };
  const span = (low, high, zero) => {
    if (low == null) return [0, 1];
    const bottom = zero ? 0 : low, room = Math.max((high - bottom) * 0.08, 0.5);
    return [zero ? 0 : bottom - room, high + room];
  };
  const fit = () => charts.forEach(chart => {
    const width = chart.root.parentElement.clientWidth;
    if (width && width !== chart.width) chart.setSize({ width, height: HEIGHT });
  });

  fetch(box.dataset.source, { headers: { Accept: "application/json" } })
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error("status " + answer.status)))
    .then(trend => {
      draw(trend);
      new ResizeObserver(fit).observe(box);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(trend));
      document.documentElement.dataset.charts = "drawn";
    })
    .catch(() => {
      for (const text of box.querySelectorAll(".fallback")) text.textContent = "The chart could not be drawn; the table below has the same numbers.";
    });
})();

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

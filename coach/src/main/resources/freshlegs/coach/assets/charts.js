"use strict";
(() => {
  const trends = document.querySelector(".trends"), box = trends && trends.querySelector(".charts[data-source]");
  if (!box || !window.uPlot) return;
  const { colour, shown, number, line, dots, axis, hatch, within, stretch } = plots;
  const HEIGHT = 214, DAY = 86400, LONG = 400 * DAY, WEEK = 7;
  const words = box.dataset, months = words.months.split(" "), weekdays = words.weekdays.split(" ");
  const readout = trends.querySelector("[data-readout]"), heard = trends.querySelector("[data-heard]");

  const silent = () => line("", "band", { width: 0, class: "u-silent", points: { show: false } });
  const band = upper => line(words.band, "band", {
    width: 0, fill: null, points: { show: false },
    value: (u, low, series, day) => low == null ? "–" : shown(low) + " " + words.to + " " + shown(upper[day]),
  });
  const banded = (marker, names) => ({
    data: [marker.low, marker.high, marker.judged, marker.daily],
    series: [band(marker.high), silent(), line(names[1], "fitness"), dots(names.measured, "marker")],
    bands: [{ series: [2, 1], fill: colour("band") }],
    band: true,
  });
  const inUnits = marker => {
    const turned = values => values.map(value => value == null ? null : value * 1000 / words.metres);
    return { daily: turned(marker.daily), judged: turned(marker.judged), low: turned(marker.low), high: turned(marker.high) };
  };
  const HABITS = [5, -10, -30];
  const shapes = {
    "form": (t, names) => ({
      data: [t.fitness, t.fatigue, t.form],
      series: [line(names[0], "fitness"), line(names[1], "fatigue", { dash: [2, 3] }), line(names[2], "text", { dash: [8, 4] })],
      habits: words.habits.split("|"),
    }),
    "load": (t, names) => ({
      data: [t.load],
      series: [line(names[0], "bar", { width: 0, fill: colour("bar"), paths: uPlot.paths.bars({ size: [0.7, 40] }), points: { show: false } })],
      zero: true,
    }),
    "resting-heart-rate": (t, names) => banded(t.restingHeartRate, names),
    "hrv": (t, names) => banded(t.hrv, names),
    "heart-rate-at-pace": (t, names) => banded(t.heartRateAtPace, names),
    "distance-7d": (t, names) => banded(inUnits(t.distance7d), names),
    "load-7d": (t, names) => banded(t.load7d, names),
    "sleep": (t, names) => banded(t.sleep, names),
    "feeling": (t, names) => banded(t.feeling, names),
  };
  const figure = place => place.closest("figure");
  const title = place => figure(place).querySelector("h3").textContent;
  /* What the table's columns are called, without their units but for what was measured. */
  const names = place => {
    const cells = [...figure(place).querySelectorAll("thead th")].slice(1);
    return Object.assign(cells.map(cell => cell.dataset.name || cell.textContent), { measured: cells[0]?.textContent });
  };

  const secondsOf = date => Date.parse(date + "T00:00:00Z") / 1000;
  const dayText = seconds => {
    const date = new Date(seconds * 1000);
    return weekdays[date.getUTCDay()] + " " + date.getUTCDate() + " " + months[date.getUTCMonth()] + " " + date.getUTCFullYear();
  };
  const days = (u, splits) => splits.map(at => {
    const date = new Date(at * 1000), month = months[date.getUTCMonth()];
    return u.scales.x.max - u.scales.x.min > LONG ? month + " " + date.getUTCFullYear() : date.getUTCDate() + " " + month;
  });
  /* Room above for flags and below for phases, where there are any. */
  const span = (low, high, zero, below) => {
    if (low == null) return [0, 1];
    const bottom = zero ? 0 : low, room = Math.max((high - bottom) * 0.08, 0.5);
    return [bottom - (below ? 2 * room : zero ? 0 : room), high + 2 * room];
  };

  /* Days of which nothing is told are gaps, never bridged. */
  const complete = trend => {
    const x = [], place = new Map();
    const first = secondsOf(trend.dates[0]), last = secondsOf(trend.dates[trend.dates.length - 1]);
    for (let at = first; at <= last; at += DAY) {
      place.set(at, x.length);
      x.push(at);
    }
    const spread = values => {
      const all = new Array(x.length).fill(null);
      values.forEach((value, day) => { all[place.get(secondsOf(trend.dates[day]))] = value; });
      return all;
    };
    const filled = {};
    for (const [key, value] of Object.entries(trend)) {
      if (Array.isArray(value) && key !== "dates") filled[key] = spread(value);
      else if (value && value.daily) {
        filled[key] = {};
        for (const part of ["daily", "judged", "low", "high"]) filled[key][part] = spread(value[part]);
      }
    }
    return { x, trend: filled };
  };

  const INKS = { watch: "watch", amber: "amber", red: "red", illness: "illness", stop: "stop" };
  const behind = marks => u => within(u, (pen, frame) => {
    for (const episode of marks.episodes) {
      const days = stretch(u, frame, secondsOf(episode.from) - DAY / 2, secondsOf(episode.to) + DAY / 2);
      if (!days) continue;
      const ink = colour(INKS[episode.look] || "unknown"), width = Math.max(days.width, 3 * frame.px);
      pen.globalAlpha = .1;
      pen.fillStyle = ink;
      pen.fillRect(days.at, frame.top, width, frame.height);
      pen.globalAlpha = .6;
      pen.fillStyle = hatch(pen, ink, !["amber", "watch"].includes(episode.look));
      pen.fillRect(days.at, frame.top, width, frame.height);
      pen.globalAlpha = 1;
      if (pen.measureText(episode.label).width + 6 * frame.px < width) label(pen, episode.label, days.at + 3 * frame.px, frame.top + 12 * frame.px, ink);
    }
    for (const phase of marks.phases) {
      const days = stretch(u, frame, secondsOf(phase.from) - DAY / 2, secondsOf(phase.to) + DAY / 2), high = 15 * frame.px;
      if (!days) continue;
      pen.fillStyle = colour("tag");
      pen.strokeStyle = colour("quiet");
      pen.lineWidth = frame.px;
      pen.fillRect(days.at, frame.bottom - high, days.width, high);
      pen.strokeRect(days.at + .5, frame.bottom - high + .5, days.width - 1, high - 1);
      const room = pen.measureText(phase.label).width + 6 * frame.px, inside = room < days.width;
      const beside = !inside && days.at + days.width + room < frame.right;
      if (inside || beside) label(pen, phase.label, days.at + (inside ? 0 : days.width) + 3 * frame.px, frame.bottom - 4 * frame.px, colour("text"));
    }
  });
  const label = (pen, text, x, y, ink) => {
    pen.fillStyle = ink;
    pen.textAlign = "left";
    pen.fillText(text, x, y);
  };
  /* A race is a full flag, a time trial an empty one. */
  const before = (marks, habits) => u => within(u, (pen, frame) => {
    const ink = colour("text"), { px } = frame;
    pen.lineWidth = px;
    pen.strokeStyle = ink;
    for (const event of marks.events) {
      const x = Math.round(u.valToPos(secondsOf(event.date), "x", true)) + .5;
      if (x < frame.left || x > frame.right) continue;
      pen.setLineDash([3 * px, 3 * px]);
      pen.beginPath();
      pen.moveTo(x, frame.top);
      pen.lineTo(x, frame.bottom);
      pen.stroke();
      pen.setLineDash([]);
      const way = x + 12 * px > frame.right ? -1 : 1;
      pen.beginPath();
      pen.moveTo(x, frame.top + px);
      pen.lineTo(x + way * 10 * px, frame.top + 6 * px);
      pen.lineTo(x, frame.top + 11 * px);
      pen.closePath();
      pen.fillStyle = event.look === "race" ? ink : colour("panel");
      pen.fill();
      pen.stroke();
    }
    (habits || []).forEach((text, i) => {
      const y = Math.round(u.valToPos(HABITS[i], "y", true)) + .5;
      if (y < frame.top + 12 * px || y > frame.bottom - 2 * px) return;
      pen.strokeStyle = colour("axis");
      pen.setLineDash([px, 4 * px]);
      pen.beginPath();
      pen.moveTo(frame.left, y);
      pen.lineTo(frame.right, y);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = colour("axis");
      pen.textAlign = "right";
      pen.fillText(text, frame.right - 3 * px, y - 3 * px);
      pen.textAlign = "left";
    });
  });

  const marked = (marks, at) => [
    ...marks.events.filter(event => secondsOf(event.date) === at),
    ...[...marks.episodes, ...marks.phases].filter(days => secondsOf(days.from) <= at && at <= secondsOf(days.to)),
  ].map(mark => mark.label);
  const values = (place, shape, at) => shape.series.map((series, i) => ({ series, value: shape.data[i][at] }))
    .filter(({ series }) => series.label && series.label !== words.band)
    .map(({ series, value }) => series.label + " " + shown(value));

  const brief = (place, shape, at) => shape.habits ? values(place, shape, at).join(" ") : shown(shape.data[shape.data.length - 1][at]);
  const hint = readout.cloneNode(true);

  let group = null;
  const draw = told => {
    const { x, trend } = complete(told), marks = told.marks;
    const places = [...box.querySelectorAll("[data-chart]")], made = new Map();
    const make = place => {
      const shape = shapes[place.dataset.chart](trend, names(place));
      made.set(place, shape);
      return {
        data: [x, ...shape.data],
        options: {
          tzDate: at => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
          scales: { y: { range: (_, low, high) => span(low, high, shape.zero, marks.phases.length) } },
          axes: [axis({ values: days, space: 64, size: 36 }), axis({ size: 46, values: (_, splits) => splits.map(at => shape.zero && at < 0 ? "" : String(at).replace("-", "−")) })],
          legend: { markers: { fill: (_, series) => series === 0 || shape.series[series - 1].label !== words.band ? null : colour("band") } },
          bands: shape.bands || [],
          series: [{ label: names(place).length ? figure(place).querySelector("thead th").textContent : "", value: (_, at) => at == null ? "–" : dayText(at) }, ...shape.series],
          hooks: { drawClear: [behind(marks)], draw: [before(marks, shape.habits)] },
        },
      };
    };
    group?.end();
    readout.replaceChildren(...hint.cloneNode(true).childNodes);
    group = plots.group({
      places, x, height: HEIGHT, make, least: WEEK * DAY,
      move: (at, way, far) => at + way * (far ? WEEK : 1),
      told: (at, place) => {
        if (at == null) return;
        const marksHere = marked(marks, x[at]);
        readout.replaceChildren(strong(dayText(x[at])), ...places.map(each => item(title(each), brief(each, made.get(each), at))),
          ...marksHere.map(text => tag(text)));
        if (place) heard.textContent = [dayText(x[at]), title(place), ...values(place, made.get(place), at), ...marksHere].join(", ");
      },
    });
    for (const place of places) {
      place.setAttribute("aria-roledescription", words.kind);
      place.setAttribute("aria-label", title(place));
      place.setAttribute("aria-describedby", "chart-keys");
    }
    trends.querySelector("[data-steer]").classList.add("ready");
    document.documentElement.dataset.charts = "drawn";
  };
  const strong = text => {
    const day = document.createElement("strong");
    day.textContent = text;
    return day;
  };
  const tag = text => {
    const mark = document.createElement("span");
    mark.className = "tag";
    mark.textContent = text;
    return mark;
  };
  const item = (name, text) => {
    const part = document.createElement("span"), quiet = document.createElement("span");
    quiet.className = "quiet";
    quiet.textContent = name + " ";
    part.append(quiet, text);
    return part;
  };

  const fetched = address => fetch(address, { headers: { Accept: "application/json" } })
    .then(answer => answer.ok ? answer : Promise.reject(new Error("status " + answer.status)));
  const failed = () => {
    for (const text of box.querySelectorAll(".fallback")) text.textContent = words.failed;
  };
  const load = () => fetched(box.dataset.source).then(answer => answer.json()).then(draw).catch(failed);

  /* Another range: the same page with other days, of which only the charts and their tables are taken. */
  const turn = link => {
    const focus = document.activeElement?.closest?.("[data-chart]")?.dataset.chart;
    fetch(link.href).then(answer => answer.ok ? answer.text() : Promise.reject(new Error("status " + answer.status))).then(text => {
      const page = new DOMParser().parseFromString(text, "text/html");
      group?.end();
      group = null;
      const charts = page.querySelector(".trends .charts");
      box.dataset.source = charts.dataset.source;
      box.replaceChildren(...charts.children);
      trends.querySelector(".ranges").replaceWith(page.querySelector(".trends .ranges"));
      history.replaceState(null, "", link.href);
      delete document.documentElement.dataset.charts;
      return load();
    }).then(() => {
      if (focus) box.querySelector(`[data-chart="${focus}"]`)?.focus({ preventScroll: true });
      else trends.querySelector(".ranges [aria-current]")?.focus({ preventScroll: true });
    }).catch(() => { location.href = link.href; });
  };
  trends.addEventListener("click", event => {
    const link = event.target.closest(".ranges a"), button = event.target.closest("[data-do]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      turn(link);
    }
    if (button && group) group.act[button.dataset.do](null, event.shiftKey);
  });
  trends.addEventListener("keydown", event => {
    if (trends.dataset.keys === "no" || event.ctrlKey || event.altKey || event.metaKey || !/^[1-5]$/.test(event.key)) return;
    const link = trends.querySelectorAll(".ranges a")[event.key - 1];
    if (link) turn(link);
  });
  load();
})();

"use strict";
(() => {
  const panel = document.querySelector("[data-run]");
  if (!panel || !window.uPlot) return;
  const { colour, shown, line, axis, hatch, within, stretch } = plots;
  const HEIGHT = 190;
  const [TIME, DISTANCE, HEART_RATE, MEAN, PACE, GRADED, ALTITUDE, LAP, REPEAT, FAILED, KIND] = panel.dataset.words.split("|");
  const readout = panel.querySelector("[data-readout]"), heard = panel.querySelector("[data-heard]");
  const track = panel.querySelector("[data-track]"), here = panel.querySelector("[data-here]");
  const { unit } = panel.dataset, perKilometre = 1000 / panel.dataset.metres;
  let over = "time", mean = "30", run = null, group = null;

  const clock = seconds => {
    if (seconds == null) return "–";
    const whole = Math.round(seconds), hours = Math.floor(whole / 3600), two = n => String(n).padStart(2, "0");
    return (hours ? hours + ":" + two(Math.floor(whole % 3600 / 60)) : Math.floor(whole / 60)) + ":" + two(whole % 60);
  };
  const pace = (_, value) => value == null ? "–" : clock(value) + " /" + unit;
  const bpm = (_, value) => value == null ? "–" : shown(value, 0) + " bpm";
  const span = (low, high) => {
    if (low == null) return [0, 1];
    const room = Math.max((high - low) * 0.08, 1);
    return [low - room, high + room];
  };
  /* Faster is higher; a walk would squeeze all else, so what is far slower than the middle leaves the chart below. */
  const paceSpan = all => (_, low, high) => {
    const known = all.filter(value => value != null).sort((a, b) => a - b);
    if (!known.length || low == null) return [0, 1];
    const slow = Math.min(high, known[Math.floor(known.length / 2)] * 1.7);
    return [low - 8, Math.max(slow, low + 30) + 8];
  };
  const windowOf = () => run.rolling[mean] || Object.values(run.rolling)[0] || { heartRate: [], gradeAdjustedPace: [] };
  const meanText = () => {
    const seconds = run.rolling[mean] ? mean : Object.keys(run.rolling)[0];
    return seconds ? MEAN + " " + (seconds < 60 ? seconds + " s" : seconds / 60 + " min") : MEAN;
  };
  const thin = (label, stroke, more) => line(label, stroke, { width: 1, ...more });
  const shapes = {
    "heart-rate": () => ({
      data: [run.heartRate, windowOf().heartRate],
      series: [thin(HEART_RATE, "axis", { value: bpm }), line(meanText(), "marker", { width: 2.5, value: bpm })],
      range: (_, low, high) => span(low, high), size: 46,
    }),
    "pace": () => ({
      data: [run.pace, run.gradeAdjustedPace, windowOf().gradeAdjustedPace],
      series: [thin(PACE, "axis", { value: pace }), thin(GRADED, "fatigue", { value: pace, dash: [2, 2] }), line(meanText(), "fitness", { width: 2.5, value: pace })],
      range: paceSpan(run.gradeAdjustedPace), down: true, size: 56,
    }),
    "altitude": () => ({
      data: [run.altitude],
      series: [line(ALTITUDE, "bar", { fill: colour("band"), value: (_, value) => value == null ? "–" : shown(value, 0) + " m" })],
      range: (_, low, high) => span(low, high), size: 46,
    }),
  };

  /* The place of a second on the axis. */
  const placeOf = second => {
    if (over === "time") return second;
    let last = 0;
    for (let i = 0; i < run.seconds.length && run.seconds[i] <= second; i++) if (run.kilometres[i] != null) last = run.kilometres[i];
    return last;
  };
  const behind = u => within(u, (pen, frame) => {
    pen.fillStyle = hatch(pen, colour("axis"), false);
    pen.globalAlpha = .45;
    for (const bout of run.repeats) {
      const part = stretch(u, frame, placeOf(bout.from), placeOf(bout.to));
      if (part) pen.fillRect(part.at, frame.top, part.width, frame.height);
    }
  });
  const before = u => within(u, (pen, frame) => {
    pen.strokeStyle = colour("axis");
    pen.lineWidth = frame.px;
    pen.setLineDash([frame.px, 3 * frame.px]);
    for (const second of run.laps.slice(1)) {
      const x = Math.round(u.valToPos(placeOf(second), "x", true)) + .5;
      if (x < frame.left || x > frame.right) continue;
      pen.beginPath();
      pen.moveTo(x, frame.top);
      pen.lineTo(x, frame.bottom);
      pen.stroke();
    }
  });

  const position = second => {
    const way = run.outline;
    if (!track || !way.seconds.length) return;
    let i = way.seconds.findIndex(at => at >= second);
    if (i < 0) i = way.seconds.length - 1;
    const a = Math.max(0, i - 1), wide = way.seconds[i] - way.seconds[a];
    const share = wide > 0 ? Math.min(1, Math.max(0, (second - way.seconds[a]) / wide)) : 1;
    const { scale, left, top } = track.dataset;
    here.setAttribute("cx", +left + (way.east[a] + share * (way.east[i] - way.east[a])) * scale);
    here.setAttribute("cy", +top - (way.north[a] + share * (way.north[i] - way.north[a])) * scale);
  };

  const draw = () => {
    let far = 0;
    const x = run.seconds.map((second, i) => over === "time" ? second : (far = Math.max(far, run.kilometres[i] ?? far)));
    const places = [...panel.querySelectorAll("[data-chart]")].filter(place => {
      const known = shapes[place.dataset.chart]().data.some(values => values.some(value => value != null));
      place.closest("figure").hidden = !known;
      return known;
    });
    const made = new Map();
    const make = place => {
      const shape = shapes[place.dataset.chart]();
      made.set(place, shape);
      const down = place.dataset.chart === "pace";
      return {
        data: [x, ...shape.data.map(values => values.length ? values : x.map(() => null))],
        options: {
          scales: { x: { time: false }, y: { range: shape.range, dir: down ? -1 : 1 } },
          axes: [
            axis({ space: 64, size: 36, values: (_, splits) => splits.map(at => over === "time" ? clock(at) : shown(at, 1)), incrs: over === "time" ? [10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200] : [0.1, 0.2, 0.5, 1, 2, 5, 10, 20] }),
            axis({ size: shape.size, ...(down ? { values: (_, splits) => splits.map(clock), incrs: [5, 10, 15, 30, 60, 120, 300] } : {}) }),
          ],
          series: [{ label: over === "time" ? TIME : DISTANCE, value: (_, at) => at == null ? "–" : over === "time" ? clock(at) : shown(at, 2) + " " + unit }, ...shape.series],
          hooks: { drawClear: [behind], draw: [before] },
        },
      };
    };
    const STEP = 10, LEAP = 60;
    const move = (at, way, far) => {
      const goal = run.seconds[at] + way * (far ? LEAP : STEP);
      let next = at;
      while (next + way >= 0 && next + way < x.length && (next === at || way * (goal - run.seconds[next]) > 0)) next += way;
      return next;
    };
    group?.end();
    group = plots.group({
      places, x, height: HEIGHT, make, least: over === "time" ? 60 : 0.2, move,
      told: (at, place) => {
        if (at == null) return;
        const texts = each => made.get(each).series.map((series, i) => series.label + " " + series.value(null, made.get(each).data[i][at]));
        const lap = run.laps.filter(second => second <= run.seconds[at]).length;
        const bout = run.repeats.findIndex(({ from, to }) => from <= run.seconds[at] && run.seconds[at] <= to);
        const where = [clock(run.seconds[at]), run.kilometres[at] == null ? "" : shown(run.kilometres[at], 2) + " " + unit,
          run.laps.length > 1 ? LAP + " " + lap : "", bout < 0 ? "" : REPEAT + " " + (bout + 1)].filter(text => text);
        const strong = document.createElement("strong");
        strong.textContent = where.join(" · ");
        readout.replaceChildren(strong, ...places.flatMap(texts).map(text => {
          const part = document.createElement("span");
          part.textContent = text;
          return part;
        }));
        if (place) heard.textContent = [...where, ...texts(place)].join(", ");
        position(run.seconds[at]);
      },
    });
    for (const place of places) {
      place.setAttribute("aria-roledescription", KIND);
      place.setAttribute("aria-describedby", "chart-keys");
    }
    for (const button of panel.querySelectorAll("[data-window]")) button.disabled = !run.rolling[button.dataset.window];
    document.documentElement.dataset.charts = "drawn";
  };
  const press = button => {
    const kind = button.dataset.over ? "over" : "window";
    if (kind === "over") over = button.dataset.over; else mean = button.dataset.window;
    for (const each of panel.querySelectorAll("[data-" + kind + "]")) each.setAttribute("aria-pressed", each === button);
    draw();
  };
  panel.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button || !group || button.disabled) return;
    if (button.dataset.do) group.act[button.dataset.do](null, event.shiftKey);
    else press(button);
  });
  panel.addEventListener("keydown", event => {
    if (panel.dataset.keys === "no" || event.ctrlKey || event.altKey || event.metaKey || !/^[1-3]$/.test(event.key)) return;
    const button = panel.querySelectorAll("[data-window]")[event.key - 1];
    if (button && !button.disabled && group) press(button);
  });
  fetch(panel.dataset.run, { headers: { Accept: "application/json" } })
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error("status " + answer.status)))
    .then(told => {
      run = told;
      const longer = values => values.map(value => value == null ? null : value / perKilometre);
      run.kilometres = run.kilometres.map(value => value == null ? null : value * perKilometre);
      run.pace = longer(run.pace);
      run.gradeAdjustedPace = longer(run.gradeAdjustedPace);
      for (const means of Object.values(run.rolling)) means.gradeAdjustedPace = longer(means.gradeAdjustedPace);
      if (!run.rolling[mean]) {
        mean = Object.keys(run.rolling)[0] || mean;
        for (const each of panel.querySelectorAll("[data-window]")) each.setAttribute("aria-pressed", each.dataset.window === mean);
      }
      panel.querySelector(".choose").hidden = false;
      panel.querySelector("[data-steer]").classList.add("ready");
      draw();
    })
    .catch(() => {
      for (const text of panel.querySelectorAll(".fallback")) text.textContent = FAILED;
    });
})();

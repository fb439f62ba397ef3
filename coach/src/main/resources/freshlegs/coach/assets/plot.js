"use strict";
/* What all charts share: their look, and groups of charts with one cursor, one zoom and one read-out. */
const plots = (() => {
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const shown = (value, decimals = 1) => value == null ? "–" : value.toFixed(decimals).replace(/^-0(\.0+)?$/, "0$1").replace("-", "−");
  const number = (_, value) => shown(value);
  /* A value without neighbours would be no line at all. */
  const alone = (u, series) => {
    const values = u.data[series], found = [];
    for (let i = 0; i < values.length; i++) {
      if (values[i] != null && values[i - 1] == null && values[i + 1] == null) found.push(i);
    }
    return found;
  };
  const line = (label, stroke, more) => ({
    label, stroke: colour(stroke), width: 2, spanGaps: false, value: number,
    points: { show: true, size: 4, width: 1, stroke: colour(stroke), fill: colour(stroke), filter: alone }, ...more,
  });
  const dots = (label, stroke, more) => line(label, stroke, {
    width: 0, paths: () => null, points: { show: true, size: 4, width: 1, stroke: colour(stroke), fill: colour(stroke) }, ...more,
  });
  const axis = more => ({ stroke: colour("axis"), grid: { stroke: colour("gridline"), width: 1 }, ticks: { stroke: colour("gridline"), width: 1 }, ...more });

  /* A hatch in a colour: one way, or both ways where it matters more. */
  const hatch = (context, ink, both) => {
    const tile = document.createElement("canvas"), size = Math.round(8 * devicePixelRatio);
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    pen.strokeStyle = ink;
    pen.lineWidth = devicePixelRatio;
    pen.globalAlpha = .55;
    pen.beginPath();
    for (const at of [-size, 0, size]) {
      pen.moveTo(at, size); pen.lineTo(at + size, 0);
      if (both) { pen.moveTo(at, 0); pen.lineTo(at + size, size); }
    }
    pen.stroke();
    return context.createPattern(tile, "repeat");
  };
  /* Draws on a chart's canvas within its frame, in pixels of the screen. */
  const within = (u, draw) => {
    const pen = u.ctx, { left, top, width, height } = u.bbox;
    pen.save();
    pen.beginPath();
    pen.rect(left, top, width, height);
    pen.clip();
    pen.font = 11 * devicePixelRatio + "px system-ui, sans-serif";
    draw(pen, { left, top, width, height, bottom: top + height, right: left + width, px: devicePixelRatio });
    pen.restore();
  };
  const stretch = (u, frame, from, to) => {
    const a = Math.max(frame.left, u.valToPos(from, "x", true)), b = Math.min(frame.right, u.valToPos(to, "x", true));
    return b > a ? { at: a, width: b - a } : null;
  };

  /* `x` are the places of all values; `least` is the narrowest zoom; `move(at, way, far)` says where an arrow key leads;
     `told(at, chart)` fills the read-out. */
  const group = ({ places, x, height, make, least, move, told }) => {
    let charts = [], at = null, last = null, waiting = 0, moving = false;
    const whole = () => [x[0], x[x.length - 1]];
    const tell = chart => {
      last = chart || last;
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => told(at, last && last.root.parentElement));
    };
    const onCursor = u => {
      const now = u.cursor.idx;
      if (moving || now == null || now === at || u.cursor.left < 0) return;
      at = now;
      tell(u);
    };
    const onScale = (u, key) => {
      if (key !== "x") return;
      const { min, max } = u.scales.x;
      u.root.dataset.shown = min + " " + max;
      for (const other of charts) if (other !== u && (other.scales.x.min !== min || other.scales.x.max !== max)) other.setScale("x", { min, max });
    };
    const window_ = () => charts.length ? [charts[0].scales.x.min, charts[0].scales.x.max] : whole();
    const look = (from, to) => {
      const [first, end] = whole(), wide = Math.min(Math.max(to - from, least), end - first);
      const min = Math.min(Math.max(from, first), end - wide);
      if (charts.length) charts[0].setScale("x", { min, max: min + wide });
    };
    const show = (index, chart) => {
      at = Math.min(Math.max(index, 0), x.length - 1);
      const [min, max] = window_();
      const place = () => {
        for (const each of charts) each.setCursor({ left: each.valToPos(x[at], "x"), top: each.over.clientHeight / 2 });
        moving = false;
        tell(chart || charts[0]);
      };
      moving = true;
      if (min <= x[at] && x[at] <= max) return place();
      /* A chart takes its new scale a little later. */
      if (x[at] < min) look(x[at], x[at] + max - min); else look(x[at] - max + min, x[at]);
      requestAnimationFrame(place);
    };
    const zoom = factor => {
      const [min, max] = window_(), middle = at == null ? (min + max) / 2 : x[at], wide = (max - min) * factor;
      look(middle - wide / 2, middle + wide / 2);
    };
    const start = () => at == null ? x.length - 1 : at;
    const act = {
      earlier: (chart, far) => show(at == null ? x.length - 1 : move(at, -1, far), chart),
      later: (chart, far) => show(at == null ? 0 : move(start(), 1, far), chart),
      first: chart => show(0, chart),
      last: chart => show(x.length - 1, chart),
      closer: () => zoom(0.5),
      wider: () => zoom(2),
      whole: () => look(...whole()),
    };
    const KEYS = { ArrowLeft: "earlier", ArrowRight: "later", Home: "first", End: "last", "+": "closer", "=": "closer", "-": "wider", "−": "wider", Escape: "whole" };
    const onKey = event => {
      const what = KEYS[event.key];
      if (!what || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      act[what](charts.find(chart => chart.root.parentElement === event.currentTarget), event.shiftKey);
    };
    const draw = () => {
      charts.forEach(chart => chart.destroy());
      charts = places.map(place => {
        const { options, data } = make(place);
        place.classList.add("drawn");
        return new uPlot({
          width: place.clientWidth,
          height,
          ...options,
          legend: {
            ...options.legend,
            markers: { width: 3, ...options.legend?.markers, dash: (u, series) => !u.series[series].dash ? "solid" : u.series[series].dash[0] > 4 ? "dashed" : "dotted" },
          },
          cursor: { drag: { x: true, y: false }, sync: { key: "x" }, ...options.cursor },
          hooks: { ...options.hooks, setCursor: [onCursor], setScale: [onScale] },
        }, data, place);
      });
    };
    const fit = () => charts.forEach(chart => {
      const width = chart.root.parentElement.clientWidth;
      if (width && width !== chart.width) chart.setSize({ width, height });
    });
    for (const place of places) {
      place.tabIndex = 0;
      place.setAttribute("role", "application");
      place.addEventListener("keydown", onKey);
    }
    draw();
    const watch = new ResizeObserver(fit), dark = matchMedia("(prefers-color-scheme: dark)");
    const again = () => {
      const [min, max] = window_();
      draw();
      look(min, max);
      if (at != null) requestAnimationFrame(() => show(at));
    };
    places.forEach(place => watch.observe(place));
    dark.addEventListener("change", again);
    const end = () => {
      watch.disconnect();
      dark.removeEventListener("change", again);
      for (const place of places) place.removeEventListener("keydown", onKey);
      charts.forEach(chart => chart.destroy());
      charts = [];
    };
    return { act, end, charts: () => charts };
  };
  return { colour, shown, number, line, dots, axis, hatch, within, stretch, group };
})();

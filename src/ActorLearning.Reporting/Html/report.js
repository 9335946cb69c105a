"use strict";
(() => {
  const space = "http://www.w3.org/2000/svg";
  const tip = document.body.appendChild(document.createElement("div"));
  tip.id = "tip";
  tip.hidden = true;
  const show = (rows, x, y) => {
    tip.replaceChildren(...rows.map(([name, value, colour]) => {
      const row = document.createElement("div");
      const label = row.appendChild(document.createElement("span"));
      if (colour !== undefined) {
        label.appendChild(document.createElement("i")).className = "key s" + colour;
      }
      label.append(name);
      if (value !== undefined) {
        row.appendChild(document.createElement("b")).textContent = value;
      }
      return row;
    }));
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, x + 16 + box.width > innerWidth ? x - 12 - box.width : x + 14) + "px";
    tip.style.top = Math.max(4, Math.min(innerHeight - box.height - 4, y - box.height / 2)) + "px";
  };
  const hide = () => { tip.hidden = true; };
  const nearest = (places, x) => places.reduce((best, place, i) => Math.abs(place - x) < Math.abs(places[best] - x) ? i : best, 0);

  for (const svg of document.querySelectorAll("svg[data-hover]")) {
    const chart = JSON.parse(svg.dataset.hover);
    const cursor = svg.querySelector(".cursor");
    let at = chart.x.length - 1;
    const draw = (i, x, y) => {
      at = i;
      cursor.replaceChildren();
      const line = cursor.appendChild(document.createElementNS(space, "path"));
      line.setAttribute("d", `M${chart.px[i]} ${chart.top}V${chart.bottom}`);
      for (const item of chart.lines) {
        if (item.py[i] !== null) {
          const dot = cursor.appendChild(document.createElementNS(space, "circle"));
          dot.setAttribute("class", "s" + item.colour);
          dot.setAttribute("cx", chart.px[i]);
          dot.setAttribute("cy", item.py[i]);
          dot.setAttribute("r", 4);
        }
      }
      const rows = chart.lines.filter(item => item.values[i] !== "").map(item => [item.name, item.values[i], item.colour]);
      show([[chart.across, String(chart.x[i])], ...rows], x, y);
    };
    const clear = () => { cursor.replaceChildren(); hide(); };
    svg.addEventListener("pointermove", event => {
      const box = svg.getBoundingClientRect();
      draw(nearest(chart.px, (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width), event.clientX, event.clientY);
    });
    svg.addEventListener("pointerleave", clear);
    svg.addEventListener("blur", clear);
    svg.addEventListener("keydown", event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) {
        event.preventDefault();
        const box = svg.getBoundingClientRect();
        const i = Math.max(0, Math.min(chart.x.length - 1, at + step));
        draw(i, box.left + chart.px[i] * box.width / svg.viewBox.baseVal.width, box.top + box.height / 2);
      }
    });
  }

  for (const panels of document.querySelectorAll(".panels")) {
    const x = JSON.parse(panels.dataset.x);
    for (const svg of panels.querySelectorAll("svg[data-values]")) {
      const values = JSON.parse(svg.dataset.values);
      svg.addEventListener("pointermove", event => {
        const box = svg.getBoundingClientRect();
        const place = x[0] + (event.clientX - box.left) / box.width * (x[x.length - 1] - x[0]);
        const i = nearest(x, place);
        show([[panels.dataset.across, String(x[i])],
          ["learner " + svg.getAttribute("aria-label"), values[i] === null ? "none" : values[i].toFixed(3)]],
        event.clientX, event.clientY);
      });
      svg.addEventListener("pointerleave", hide);
    }
  }

  document.addEventListener("pointermove", event => {
    const told = event.target.closest?.("[data-tip]");
    if (told) {
      show([[told.dataset.tip]], event.clientX, event.clientY);
    } else if (!event.target.closest?.("svg[data-hover], svg[data-values]")) {
      hide();
    }
  });
})();

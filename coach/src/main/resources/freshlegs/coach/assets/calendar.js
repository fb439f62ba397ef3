"use strict";
(() => {
  const told = document.getElementById("moving");
  const days = [...document.querySelectorAll("[data-day]")];
  let taken = null;

  const targets = from => {
    const form = from.querySelector("form.move");
    return form ? [...form.elements.to.options].map(option => option.value) : [];
  };
  const clear = () => {
    for (const day of days) day.classList.remove("may", "over");
    taken?.classList.remove("taken");
    taken = null;
  };
  const may = day => taken && targets(taken).includes(day.dataset.day);

  document.addEventListener("dragstart", event => {
    const held = event.target.closest?.("[data-from]");
    if (!held?.dataset.from) return;
    taken = held;
    held.classList.add("taken");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.dataset.from);
    for (const day of days) day.classList.toggle("may", Boolean(may(day)));
  });
  document.addEventListener("dragover", event => {
    const day = event.target.closest?.("[data-day]");
    if (!taken || !day) return;
    if (day.dataset.day !== taken.dataset.from) event.preventDefault();
    for (const other of days) other.classList.toggle("over", other === day && other.dataset.day !== taken.dataset.from);
  });
  document.addEventListener("drop", event => {
    const day = event.target.closest?.("[data-day]"), form = taken?.querySelector("form.move");
    if (!day || !form || day.dataset.day === taken.dataset.from) return clear();
    event.preventDefault();
    told.textContent = told.dataset.sending.replace("{0}", day.dataset.name);
    if (!may(day)) form.elements.to.add(new Option(day.dataset.name, day.dataset.day));
    form.elements.to.value = day.dataset.day;
    clear();
    form.requestSubmit();
  });
  document.addEventListener("dragend", clear);
})();

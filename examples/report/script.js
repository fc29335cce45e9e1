"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const marks = all("mark[data-about]");
  const tip = document.getElementById("tip");
  const about = (mark) => mark.dataset.about.split(" ");

  // Filter: by speakers and kinds; nothing chosen is everything.
  const pressed = (name) =>
    new Set(all(`button[data-${name}][aria-pressed="true"]`).map((button) => button.dataset[name]));

  function filter() {
    const [speakers, kinds] = [pressed("speaker"), pressed("kind")];
    const free = speakers.size + kinds.size === 0;
    const shown = new Set();
    for (const entry of all("li[data-of]")) {
      const bySpeaker = speakers.size === 0 || speakers.has(entry.dataset.of);
      entry.hidden = !(bySpeaker && (kinds.size === 0 || kinds.has(entry.dataset.is)));
      if (!entry.hidden) shown.add(entry.id);
    }
    for (const entry of all(".claims li")) {
      entry.hidden = !(free || shown.has(entry.dataset.in));
    }
    for (const mark of all("mark.quote[data-about]")) {
      mark.classList.toggle("off", !about(mark).some((id) => shown.has(id)));
    }
    document.getElementById("all").hidden = free;
  }

  function press(button) {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }

  for (const button of all("button[aria-pressed]")) {
    button.addEventListener("click", () => press(button));
  }
  document.getElementById("all").addEventListener("click", () => {
    for (const button of all("button[aria-pressed]")) button.setAttribute("aria-pressed", "false");
    filter();
  });

  // Facts about what the pointer or the keyboard is at.
  function show(mark) {
    const ids = about(mark);
    tip.replaceChildren(...ids.map((id) => {
      const facts = document.getElementById(`${id}-facts`).cloneNode(true);
      facts.removeAttribute("id");
      return facts;
    }));
    tip.hidden = false;
    place(mark.getClientRects()[0]);
    for (const other of marks) other.classList.toggle("lit", about(other).some((id) => ids.includes(id)));
  }

  function place(box) {
    const rightmost = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const below = box.top < tip.offsetHeight + 12;
    tip.style.left = `${scrollX + Math.max(8, Math.min(box.left, rightmost))}px`;
    tip.style.top = `${scrollY + (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8)}px`;
  }

  function hide() {
    tip.hidden = true;
    for (const mark of marks) mark.classList.remove("lit");
  }

  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => show(mark));
    mark.addEventListener("mouseleave", hide);
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();

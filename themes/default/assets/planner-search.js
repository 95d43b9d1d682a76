/* The search box of the planner. Nothing depends on it: without it, every page is reached by links.

   What it looks through lies in a file of its own (`search-data.js`), which is read when somebody begins to search; from
   a folder that works too, where a request for data would not. A combobox with a list as in the ARIA Authoring
   Practices: the keys go to the box, and `aria-activedescendant` says which line is meant. */

"use strict";

(() => {
  const MOST = 12;
  const box = document.querySelector(".search");
  if (!box) return;
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  const language = document.documentElement.lang;
  let rows = null;
  let active = -1;

  /* Small letters without accents, words apart by one space, and one in front: a prefix is " har" in it. */
  const fold = (text) => {
    const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
  };

  const written = (day) =>
    new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(day));

  /* Of a repetition: the next day, or the last where none is ahead. */
  const nearest = (days) => days.find((day) => day >= box.dataset.today) || days[days.length - 1] || "";

  const distance = (day) => (day ? Math.abs(new Date(day) - new Date(box.dataset.today)) : Infinity);

  const entryRow = (data) => ([title, slug, days, kind, words]) => {
    const day = nearest(days);
    const [shape, label] = data.kinds[kind];
    const note = day ? `${label} · ${written(day)}` : label;
    const more = words.map((word) => (typeof word === "number" ? data.words[word] : word)).join(" ");
    return { title, note, shape, order: 1, near: distance(day), words: fold(title), rest: fold(more), href: `entries/${day && `${day}-`}${slug}.html` };
  };

  const contactRow = (data) => ([title, file, segments]) => {
    const note = segments.map((segment) => data.words[segment]).join(", ");
    return { title, note, shape: "☺", order: 0, near: 0, words: fold(title), rest: fold(note), href: `contacts/${file}.html` };
  };

  const needRow = ([title, id, asked, page]) => (
    { title, note: asked, shape: "?", order: 2, near: 0, words: fold(title), rest: fold(asked), href: `${page || "needs.html"}#need-${id}` }
  );

  const read = () => {
    const data = globalThis.valuegenSearch;
    rows = [...data.contacts.map(contactRow(data)), ...data.entries.map(entryRow(data)), ...data.needs.map(needRow)];
    show();
  };

  const load = () => {
    if (load.begun) return;
    load.begun = true;
    const script = document.createElement("script");
    script.src = box.dataset.file;
    script.addEventListener("load", read);
    script.addEventListener("error", () => { box.hidden = true; });
    document.head.append(script);
  };

  /* Titles that begin so, then titles with all the words, then what has them elsewhere; undefined: not found. */
  const rank = (row, whole, words) => {
    if (row.words.startsWith(whole)) return 0;
    if (words.every((word) => row.words.includes(word))) return 1;
    return words.every((word) => row.words.includes(word) || row.rest.includes(word)) ? 2 : undefined;
  };

  const find = (text) => {
    const whole = fold(text);
    const words = whole.split(" ").filter(Boolean).map((word) => ` ${word}`);
    if (!words.length) return [];
    return rows
      .map((row) => ({ row, rank: rank(row, whole, words) }))
      .filter((one) => one.rank !== undefined)
      .sort((a, b) => a.rank - b.rank || a.row.order - b.row.order || a.row.near - b.row.near || a.row.title.localeCompare(b.row.title, language))
      .map((one) => one.row);
  };

  const piece = (name, kind, text) => {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
  };

  const option = (row, number) => {
    const made = document.createElement("a");
    made.id = `found_${number}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.tabIndex = -1;
    made.href = box.dataset.root + row.href;
    const shape = piece("span", "mark", row.shape);
    shape.setAttribute("aria-hidden", "true");
    made.append(shape, piece("span", "title", row.title), piece("span", "note", row.note));
    return made;
  };

  const choose = (number) => {
    const options = list.children;
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = number;
    if (!options[active]) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const show = () => {
    if (!rows) return;
    const text = input.value.trim();
    const found = text ? find(text) : [];
    choose(-1);
    list.replaceChildren(...found.slice(0, MOST).map(option));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    const said = found.length ? box.dataset.found.replace("{}", found.length) : box.dataset.none.replace("{}", text);
    status.textContent = text ? said : "";
    status.classList.toggle("hidden", !text || found.length > 0);
  };

  const turn = (step) => {
    const count = list.children.length;
    if (list.hidden || !count) return;
    choose(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
  };

  const keys = {
    ArrowDown: () => { if (list.hidden) show(); turn(1); },
    ArrowUp: () => { if (list.hidden) show(); turn(-1); },
    Enter: () => { if (!list.hidden) (list.children[active] || list.children[0])?.click(); },
    Escape: () => { if (list.hidden) input.value = ""; status.classList.add("hidden"); close(); },
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => { load(); show(); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) close(); });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  /* The key is off where the keys of the calendar were turned off (planner-keys.js). */
  const switched = document.documentElement.dataset;
  try {
    switched.keys ??= window.localStorage.getItem("valuegen-keys") || "on";
  } catch {
    switched.keys ??= "on";
  }

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || switched.keys === "off" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) close(); });

  box.hidden = false;
})();

/* The page of the search. Without this script (no JavaScript, or a folder, where a browser runs no modules) the page
   says where else to look, and this stays hidden. Pagefind and its index are read when somebody begins to search. */

const STEP = 10;
const PAUSE = 150;
const box = document.querySelector(".search");
const input = box.querySelector("input");
const segment = box.querySelector("select");
const list = box.querySelector("ol");
const status = box.querySelector("[role=status]");
const more = box.querySelector(".more");
const language = document.documentElement.lang;
const forms = JSON.parse(box.dataset.found);
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
let results = [];
let turn = 0;
let waiting = 0;

const load = () => {
  load.asked ??= import(new URL(`${box.dataset.index}pagefind.js`, document.baseURI).href).then(async (pagefind) => {
    await pagefind.options({ noWorker: true, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  load.asked.catch(() => { load.asked = undefined; });
  return load.asked;
};

/* Of a segment the names of what is for it; nothing where all is wanted. */
const wantedOf = async (value) => {
  if (!value) return null;
  wantedOf.asked ??= fetch(`${box.dataset.index}segments.json`).then((answer) => answer.json());
  return new Set((await wantedOf.asked)[value]);
};

const say = (count) => (forms[plural.select(count)] ?? forms.other).replace("{n}", number.format(count));

const piece = (name, kind, ...parts) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...parts);
  return made;
};

/* Pagefind gives a text of ours with `<` and `>` escaped and the words marked. What is made of it are texts again. */
const plain = (html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
const marked = (html) =>
  html.split(/<mark>(.*?)<\/mark>/u).map((part, at) => (at % 2 ? piece("mark", "", plain(part)) : plain(part)));

const item = ({ excerpt, meta }) => {
  const link = piece("a", "", meta.title);
  link.href = box.dataset.root + meta.file;
  if (meta.language) link.lang = meta.language;
  const title = piece("h2", "title", link);
  const about = [meta.day, meta.segments].filter(Boolean).join(" · ");
  const words = piece("p", "excerpt", "… ", ...marked(excerpt), " …");
  if (meta.language) words.lang = meta.language;
  return piece("li", "", title, piece("p", "meta", about), words);
};

const showMore = async () => {
  const mine = turn;
  const shown = list.children.length;
  const next = await Promise.all(results.slice(shown, shown + STEP).map((one) => one.data()));
  if (mine !== turn) return;
  list.append(...next.map(item));
  more.hidden = list.children.length >= results.length;
  if (shown) list.children[shown]?.querySelector("a").focus();
};

const clear = () => {
  results = [];
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "";
};

/* The address says what is looked for: so it can be sent to somebody, and "back" comes back to it. */
const remember = () => {
  const words = new URLSearchParams();
  if (input.value.trim()) words.set("q", input.value.trim());
  if (segment?.value) words.set("s", segment.value);
  history.replaceState(null, "", words.size ? `?${words}` : location.pathname);
};

const search = async () => {
  const mine = ++turn;
  const text = input.value.trim();
  remember();
  if (!text) {
    clear();
    return;
  }
  try {
    const pagefind = await load();
    const [found, wanted] = await Promise.all([pagefind.search(text), wantedOf(segment?.value)]);
    if (mine !== turn) return;
    clear();
    results = wanted ? found.results.filter(({ id }) => wanted.has(id)) : found.results;
    await showMore();
    if (mine === turn) status.textContent = results.length ? say(results.length) : box.dataset.none;
  } catch {
    if (mine !== turn) return;
    clear();
    status.textContent = box.dataset.failed;
  }
};

const soon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
};

const links = () => [...list.querySelectorAll("a")];

const step = (by) => {
  const all = [input, ...links()];
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
};

const keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Escape: () => { input.value = ""; input.focus(); search(); },
};

box.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.target === segment) return;
  if (event.key === "Enter" && event.target === input) {
    clearTimeout(waiting);
    links()[0]?.click();
    return;
  }
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
});
input.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
input.addEventListener("input", soon);
segment?.addEventListener("change", search);
more.querySelector("button").addEventListener("click", showMore);

const asked = new URLSearchParams(location.search);
input.value = asked.get("q") ?? "";
if (segment && [...segment.options].some((option) => option.value === asked.get("s"))) segment.value = asked.get("s");
document.querySelector(".search-off").hidden = true;
box.hidden = false;
if (input.value) search();

// The reader's place, kept over a reload: the scroll, what is open, what has the focus, what is typed.

const key = (path) => `valuegen:${path}`;
let isOurs = false;

// Who leaves by themselves finds the place again as browsers do it; said at the last moment, since a browser takes
// its place back long after a page was loaded.
addEventListener("pagehide", () => {
  if (!isOurs) history.scrollRestoration = "auto";
});

// For the page at `path`.
export function keep(path) {
  const opened = [...document.querySelectorAll("details")].map((each) => each.open);
  const kept = { x: scrollX, y: scrollY, marks: marks(), opened, focus: way(document.activeElement), fields: fields() };
  try {
    sessionStorage.setItem(key(path), JSON.stringify(kept));
    history.scrollRestoration = "manual"; // the browser's own would come in between
    isOurs = true;
  } catch {
    // without storage the browser's own memory of the scroll has to do
  }
}

export function restore() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(key(location.pathname)));
    sessionStorage.removeItem(key(location.pathname));
  } catch {
    return;
  }
  if (!kept) return;
  const all = document.querySelectorAll("details");
  if (all.length === kept.opened.length) all.forEach((each, at) => (each.open = kept.opened[at]));
  for (const [path, value] of kept.fields) {
    const field = path && document.querySelector(path);
    if (field) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const focused = kept.focus && document.querySelector(kept.focus);
  if (focused) focused.focus({ preventScroll: true });
  let isTheirs = false; // who scrolls meanwhile is not taken back
  for (const hand of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(hand, () => (isTheirs = true), { once: true, passive: true });
  }
  const back = () => isTheirs || scrollTo({ left: kept.x, top: height(kept), behavior: "instant" });
  back();
  addEventListener("load", async () => {
    back();
    await document.fonts.ready;
    back();
  });
}

// What stands on the screen: where something above it grew or went, it stays where it is.
function marks() {
  if (scrollY < 1) return [];
  const found = [];
  blocks().forEach((block, at) => {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom > 0 && found.length < 5) found.push({ text: block.textContent, top, at });
  });
  return found;
}

function height(kept) {
  const all = blocks();
  for (const { text, top, at } of kept.marks) {
    const same = all.map((block, number) => [block, Math.abs(number - at)]).filter(([block]) => block.textContent === text);
    const [nearest] = same.sort(([, one], [, other]) => one - other);
    if (nearest) return nearest[0].getBoundingClientRect().top + scrollY - top;
  }
  return kept.y;
}

function blocks() {
  return [...document.querySelectorAll("main :is(p, li, h1, h2, h3, h4, h5, h6, pre, tr, figcaption)")];
}

function fields() {
  const written = [...document.querySelectorAll("input[type=search], input[type=text], textarea")];
  return written.filter((each) => each.value !== each.defaultValue).map((each) => [way(each), each.value]);
}

// A selector that leads to an element: by its id, else by its place among its kind.
function way(element) {
  const steps = [];
  while (element && element !== document.body && element !== document.documentElement) {
    if (element.id) {
      steps.unshift(`#${CSS.escape(element.id)}`);
      return steps.join(" > ");
    }
    const same = [...(element.parentElement?.children ?? [])].filter((one) => one.localName === element.localName);
    steps.unshift(`${element.localName}:nth-of-type(${same.indexOf(element) + 1})`);
    element = element.parentElement;
  }
  return steps.length ? `body > ${steps.join(" > ")}` : "";
}

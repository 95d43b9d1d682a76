// What is said: the bar, and what is wrong, over the page.

export const OWN = "/_valuegen/";

// `look`: asks again what is to be said, after a wish.
export function panelFor(look) {
  const host = document.createElement("valuegen-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = node("link", { rel: "stylesheet", href: `${OWN}preview.css` });
  const main = node("aside", { class: "panel", hidden: "" });
  const live = node("p", { class: "unseen", role: "status" });
  const narrow = matchMedia("(max-width: 40rem)");
  let told = null;
  let said = "";
  let isFolded = folded();
  style.addEventListener("load", () => main.removeAttribute("hidden"));
  root.append(style, main, live);
  document.body.append(host);
  // the end of the page can be read above the bar
  new ResizeObserver(() => {
    document.body.style.paddingBlockEnd = `${main.offsetHeight}px`;
  }).observe(main);

  const away = () => {
    if (!told) return;
    main.classList.add("is-away");
    main.replaceChildren(node("p", { class: "alarm" }, told.words.away));
    live.textContent = told.words.away;
  };
  const show = (now) => {
    const open = main.querySelector("details.findings")?.open;
    const inner = root.activeElement?.name;
    told = now;
    main.lang = now.words.language;
    main.setAttribute("aria-label", `${now.words.bar} (valuegen serve)`);
    main.classList.remove("is-away");
    main.classList.toggle("is-folded", isFolded);
    main.classList.toggle("is-broken", now.broken.length > 0);
    main.replaceChildren(...parts(now, open));
    if (inner) main.querySelector(`[name="${inner}"]`)?.focus();
    const sentence = now.broken[0]?.text ?? "";
    if (sentence !== said) live.textContent = said = sentence;
  };

  return { away, show };

  // As whoever looks left it; on a narrow screen folded at first, since it would hide the page, if there is one.
  function folded() {
    if (document.body.classList.contains("bare")) return false;
    try {
      return (sessionStorage.getItem("valuegen-folded") ?? String(narrow.matches)) === "true";
    } catch {
      return narrow.matches;
    }
  }

  function fold() {
    isFolded = !isFolded;
    try {
      sessionStorage.setItem("valuegen-folded", isFolded);
    } catch {
      // it is as it is at first on the next page
    }
    show(told);
  }

  function parts(now, open) {
    const found = [];
    if (isFolded) return [bar(now)];
    if (now.broken.length) {
      const head = now.isOld ? node("p", { class: "alarm" }, now.words.old) : "";
      found.push(node("div", { class: "broken" }, head, list(now.broken)));
    }
    if (now.here.length) {
      const summary = node("summary", {}, `${now.words.here}: ${now.here.length}`);
      const here = node("details", { class: "findings" }, summary, list(now.here));
      here.open = open ?? now.here.some((one) => one.level === "error");
      found.push(here);
    }
    found.push(bar(now));
    return found;
  }

  function list(findings) {
    return node("ol", {}, ...findings.map(item));
  }

  function item(one) {
    const place = one.href ? node("a", { href: one.href }, one.place) : node("span", {}, one.place);
    const head = node("p", { class: "place" }, node("b", { class: one.level }, one.level), " ", one.rule, " ", place);
    const parts = [head, node("p", { class: "text" }, one.text)];
    if (one.source) {
      const mark = " ".repeat(Math.max(0, one.column - 1)) + "^";
      parts.push(node("pre", {}, `${one.source.replaceAll("\t", " ")}\n${mark}`));
    }
    if (one.mend) parts.push(node("p", { class: "mend" }, one.mend));
    return node("li", {}, ...parts);
  }

  function bar(now) {
    const { wishes, words } = now;
    const drafts = box("drafts", words.drafts, wishes.drafts);
    const future = box("future", words.future, wishes.future);
    const day = node("input", { type: "date", name: "day", value: wishes.as_of || wishes.today });
    const today = node("button", { type: "button", name: "today" }, words.today);
    const wish = (as_of) =>
      fetch(`${OWN}wishes`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          as_of,
          drafts: drafts.firstChild.checked,
          future: future.firstChild.checked,
        }),
      }).then(look, away);
    drafts.addEventListener("change", () => wish(wishes.as_of));
    future.addEventListener("change", () => wish(wishes.as_of));
    day.addEventListener("change", () => day.value && wish(day.value));
    today.addEventListener("click", () => wish(""));
    today.hidden = !wishes.as_of;
    const rest = now.counts ? words.elsewhere.replace("\0", now.counts) : now.here.length || now.broken.length ? "" : words.fine;
    const button = node("button", { type: "button", name: "fold", "aria-expanded": !isFolded }, isFolded ? words.open : words.close);
    button.addEventListener("click", () => fold());
    if (isFolded) {
      const first = now.broken[0] ?? now.here[0];
      const line = node("span", { class: "line" }, first ? `${first.text} (${first.place})` : rest);
      return node("div", { class: "bar" }, node("strong", {}, words.bar), line, button);
    }
    const planner = now.planner ? node("a", { href: now.planner }, words.planner) : "";
    return node(
      "div",
      { class: "bar" },
      node("strong", {}, words.bar),
      drafts,
      future,
      node("label", {}, `${words.day} `, day),
      today,
      node("span", { class: "rest" }, rest),
      planner,
      button,
    );
  }

  function box(name, text, checked) {
    const input = node("input", { type: "checkbox", name });
    input.checked = checked;
    return node("label", {}, input, ` ${text}`);
  }
}

function node(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

// The preview's part of a page: it notices changes, keeps the place of whoever reads, and says what is wrong.
(() => {
  "use strict";
  const OWN = "/_valuegen/";
  const { digest } = document.currentScript.dataset;
  const key = `valuegen:${location.pathname}`;
  const panel = new Panel();
  let seen = "";
  let asking = false;
  let again = false;

  restore();
  follow();
  document.addEventListener("visibilitychange", () => document.hidden || look());
  look();

  // --- noticing

  function follow() {
    if (!window.SharedWorker) return every();
    try {
      const worker = new SharedWorker(`${OWN}worker.js`);
      worker.port.addEventListener("message", (event) => {
        if (event.data.away) return panel.away();
        if (event.data.state !== seen) {
          seen = event.data.state;
          look();
        }
      });
      worker.addEventListener("error", every);
      worker.port.start();
      addEventListener("pagehide", () => worker.port.postMessage("bye"));
      addEventListener("pageshow", (event) => event.persisted && location.reload());
    } catch {
      every();
    }
  }

  // Where there is no such worker: ask every second, while somebody looks.
  function every() {
    setInterval(() => document.hidden || look(), 1000);
  }

  async function look() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      const query = new URLSearchParams({ at: location.pathname, digest });
      const answer = await fetch(`${OWN}page?${query}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      show(await answer.json());
    } catch {
      panel.away();
    }
    asking = false;
    if (again) {
      again = false;
      look();
    }
  }

  function show(told) {
    if (told.moved) {
      keep(new URL(told.moved, location.href).pathname);
      location.replace(told.moved + location.hash);
    } else if (told.changed) {
      keep(location.pathname);
      location.reload();
    } else {
      restyle(told.styles);
      panel.show(told);
    }
  }

  // A style sheet has a hash in its name: the new one takes the place of the old when it is there.
  function restyle(styles) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const found = /assets\/(.+)\.[0-9a-f]{10}\.css$/.exec(new URL(link.href).pathname);
      const now = found && styles[`${found[1]}.css`];
      if (!now || new URL(link.href).pathname.endsWith(now)) continue;
      const next = link.cloneNode();
      next.href = new URL(link.href).pathname.replace(/assets\/.+$/, now.replace(/^\//, ""));
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => next.remove());
      link.after(next);
    }
  }

  // --- the reader's place, over a reload

  function keep(path) {
    const opened = [...document.querySelectorAll("details")].map((each) => each.open);
    const kept = { x: scrollX, y: scrollY, marks: marks(), opened, focus: way(document.activeElement), fields: fields() };
    history.scrollRestoration = "manual"; // the browser's own would come in between
    try {
      sessionStorage.setItem(`valuegen:${path}`, JSON.stringify(kept));
    } catch {
      history.scrollRestoration = "auto"; // without storage that has to do
    }
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
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
      history.scrollRestoration = "auto";
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

  // --- what is said

  function Panel() {
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

    this.away = () => {
      if (!told) return;
      main.classList.add("is-away");
      main.replaceChildren(node("p", { class: "alarm" }, told.words.away));
      live.textContent = told.words.away;
    };
    this.show = (now) => {
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
      panel.show(told);
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
        }).then(look, () => panel.away());
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
})();

/* Keys for the calendar: ← and → turn the page, t comes back to today. Nothing depends on them: all are links too.

   They say nothing while somebody types, with Ctrl, Alt or Meta held, and in what scrolls sideways by itself; and they can
   be turned off (WCAG 2.1.4), which is remembered where the browser allows it. */

"use strict";

(() => {
  const NAME = "valuegen-keys";
  const hint = document.querySelector(".keys");
  if (!hint) return;
  const button = hint.querySelector("button");
  const remembered = (how) => {
    try {
      return how(window.localStorage);
    } catch {
      return null;
    }
  };
  let on = remembered((held) => held.getItem(NAME)) !== "off";

  const show = () => {
    button.textContent = on ? button.dataset.on : button.dataset.off;
    button.setAttribute("aria-pressed", String(on));
    document.documentElement.dataset.keys = on ? "on" : "off"; // the key of the search box obeys too
    hint.hidden = false;
  };

  const isTaken = (node) =>
    node instanceof Element &&
    (node.closest("input, textarea, select, [contenteditable], [role=combobox]") ||
      [...(function* () { for (let one = node; one && one !== document.body; one = one.parentElement) yield one; })()].some(
        (one) => one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX),
      ));

  const WAYS = { ArrowLeft: "main a[rel=prev]", ArrowRight: "main a[rel=next]", t: "main [data-key=t]" };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!on || !(event.key in WAYS) || isTaken(event.target)) return;
    const link = document.querySelector(WAYS[event.key]);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  button.addEventListener("click", () => {
    on = !on;
    remembered((held) => held.setItem(NAME, on ? "on" : "off"));
    show();
  });
  show();
})();

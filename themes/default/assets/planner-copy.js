// Adds to the outbox what only a script can do: buttons that copy, and one that prints. Without it the words stand there
// to be selected (a click selects all of them).
(() => {
  "use strict";

  const said = document.getElementById("copied_");

  // By the copy event, since the clipboard's own interface is missing on pages opened from a folder in some browsers.
  const byEvent = (plain, html) => {
    const put = (event) => {
      event.clipboardData.setData("text/plain", plain);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    document.addEventListener("copy", put);
    try {
      return document.execCommand("copy");
    } finally {
      document.removeEventListener("copy", put);
    }
  };

  const copy = async (plain, html) => {
    if (byEvent(plain, html)) return true;
    if (!navigator.clipboard) return false;
    try {
      await navigator.clipboard.writeText(plain);
      return true;
    } catch {
      return false;
    }
  };

  const select = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const done = (button) => {
    const label = button.textContent;
    button.textContent = button.dataset.done;
    button.classList.add("is-done");
    if (said) said.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = label;
      button.classList.remove("is-done");
      if (said) said.textContent = "";
    }, 2000);
  };

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    const plain = button.dataset.with ? document.getElementById(button.dataset.with) : source;
    if (!source || !plain) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const html = plain === source ? "" : source.textContent;
      if (await copy(plain.textContent, html)) done(button);
      else select(plain);
    });
  }

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
})();

// The preview's part of a page: it notices changes, keeps the place of whoever reads, and says what is wrong.
import { OWN, panelFor } from "./panel.js";
import { keep, restore } from "./place.js";

const { digest } = document.querySelector("script[data-digest]").dataset;
const panel = panelFor(look);
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

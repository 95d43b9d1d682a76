// One worker for all tabs of a browser: it alone holds the stream of events, so that twenty tabs need one connection.
const QUIET = 15000; // the server says something every five seconds; after three times that the connection is dead
const ports = new Set();
let source = null;
let heard = 0;
let last = null;

function tell(message) {
  last = message;
  for (const port of ports) port.postMessage(message);
}

function listen() {
  if (source) source.close();
  heard = Date.now();
  source = new EventSource("/_valuegen/events");
  source.addEventListener("state", (event) => {
    heard = Date.now();
    tell({ state: event.data });
  });
  source.addEventListener("beat", () => {
    heard = Date.now();
  });
  source.addEventListener("error", () => {
    tell({ away: true });
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  });
}

setInterval(() => {
  if (ports.size && Date.now() - heard > QUIET) listen();
}, 5000);

self.addEventListener("connect", (event) => {
  const port = event.ports[0];
  ports.add(port);
  port.addEventListener("message", () => ports.delete(port)); // a tab says good-bye
  port.start();
  if (last) port.postMessage(last);
  if (!source || source.readyState === EventSource.CLOSED) listen();
});

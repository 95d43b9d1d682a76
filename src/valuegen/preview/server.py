"""HTTP on a socket: the standard library's server, a thread a connection, with limits; and the stream of events."""

import socket
import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from valuegen.preview.answers import ALWAYS, Answer, Answers, Request
from valuegen.preview.loop import Loop

PATIENCE = 20.0
"""Seconds that a client may take over a request, or over taking some of an answer."""
BEAT = 5.0
"""Seconds after which a stream says that it is alive."""
MOST = 256
"""So many connections at once."""
LARGEST = 4_096
"""Bytes of a request's body: a wish is no longer."""


class Server(ThreadingHTTPServer):
    """Listens; every answer is of `answers`. Raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._places = threading.BoundedSemaphore(MOST)
        self.answers: Answers
        self.loop: Loop
        super().__init__((host, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, while there is room; else the connection is closed."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer until the connection ends."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "valuegen", ""
    timeout = PATIENCE
    server: Server

    def do_GET(self) -> None:
        """Answer."""
        body = self._body()
        if body is None:
            return self._send(Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE), closes=True)
        headers = {name.lower(): value for name, value in self.headers.items()}
        if len(self.headers.get_all("Host") or ()) > 1:
            return self._send(Answer(HTTPStatus.BAD_REQUEST), closes=True)
        answer = self.server.answers.answer(Request(self.command, self.path, headers, body))
        if answer.streams:
            return self._stream()
        return self._send(answer, closes=answer.status >= HTTPStatus.BAD_REQUEST)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_TRACE = do_CONNECT = do_GET  # noqa: N815 -- http.server's

    def _body(self) -> bytes | None:
        """The body of a request; None for one that is too long, or of unknown length."""
        if self.headers.get("Transfer-Encoding"):
            return None
        length = self.headers.get("Content-Length", "0")
        if not (length.isascii() and length.isdecimal() and len(length) < 6 and int(length) <= LARGEST):
            return None
        return self.rfile.read(int(length))

    def _send(self, answer: Answer, closes: bool = False) -> None:
        self.send_response(answer.status)
        for name, value in {**ALWAYS, "Content-Type": answer.type, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        if closes:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _stream(self) -> None:
        """Say the number of each new state, and now and then that the stream is alive, until the client goes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in {**ALWAYS, "Content-Type": "text/event-stream", "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        loop, number = self.server.loop, -1
        with suppress(OSError):
            self.wfile.write(b"retry: 500\n\n")
            while not loop.is_over:
                state = loop.wait(number, BEAT)
                number = state.number if state else number
                event = f"event: state\ndata: {loop.run_id}.{number}\n\n" if state else "event: beat\ndata:\n\n"
                self.wfile.write(event.encode())
                self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Who writes looks at the page, not at a log."""

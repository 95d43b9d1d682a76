"""HTTP on a socket: the standard library's server, a thread a connection, with limits; and the stream of events."""

import io
import os
import socket
import threading
import time
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
MOST, STREAMS = 256, 224
"""So many connections at once, and so many of them that are streams: there is always a place for a page."""
HURRY = 1.0
"""Seconds in which a place is given back by who was told to go."""
LARGEST, LONGEST = 4_096, 131_072
"""Bytes of a request's body (a wish is no longer), and of all of it (other servers' cookies come with it)."""
_ONCE = ("Host", "Origin", "Content-Length", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest")
"""Headers of which one is believed, so that there must be no other."""


class Server(ThreadingHTTPServer):
    """Listens; every answer is of `answers`. Raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name != "nt"  # there it would let another program take the port over

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.streams = threading.BoundedSemaphore(STREAMS)
        self._open = 0
        self._slow: dict[socket.socket, None] = {}
        self._turns = threading.Condition()
        self.answers: Answers
        self.loop: Loop
        super().__init__((host, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own. Where there is no room, whoever has kept us waiting longest has to go."""
        if self._is_room():
            self.waits_for(request)
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def _is_room(self) -> bool:
        """Take a place. While all that are taken wait for us it is a moment's affair until one waits for its client."""
        with self._turns:
            self._turns.wait_for(lambda: self._slow or self._open < MOST, HURRY)
            if self._open >= MOST and self._slow:
                slowest = next(iter(self._slow))
                del self._slow[slowest]
                with suppress(OSError):  # it is going by itself
                    slowest.shutdown(socket.SHUT_RDWR)
                self._turns.wait_for(lambda: self._open < MOST, HURRY)
            is_room = self._open < MOST
            self._open += is_room
            return is_room

    def waits_for(self, connection: socket.socket) -> None:
        """From now on it is the client that takes its time."""
        with self._turns:
            self._slow.pop(connection, None)
            self._slow[connection] = None
            self._turns.notify_all()

    def waits_no_more(self, connection: socket.socket) -> None:
        """From now on it is us."""
        with self._turns:
            self._slow.pop(connection, None)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer until the connection ends."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._turns:
                self._slow.pop(request, None)
                self._open -= 1
                self._turns.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error."""


class _Incoming(io.RawIOBase):
    """What a client sends. A request has an end in time and in length, however it comes; beyond, TimeoutError."""

    def __init__(self, connection: socket.socket, patience: float) -> None:
        self._connection, self._patience = connection, patience
        self.begin()

    def begin(self) -> None:
        """Wait for another request."""
        self._end, self._left = time.monotonic() + self._patience, LONGEST

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As much as there is."""
        left = self._end - time.monotonic()
        if left <= 0 or self._left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        try:
            count = self._connection.recv_into(buffer)
        finally:
            self._connection.settimeout(self._patience)
        self._left -= count
        return count


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE
    server: Server

    def setup(self) -> None:
        """Bound what comes in."""
        super().setup()
        self.rfile.close()
        self._incoming = _Incoming(self.connection, self.timeout)
        self.rfile = io.BufferedReader(self._incoming)

    def handle_one_request(self) -> None:
        """Each request has its own time."""
        self.server.waits_for(self.connection)
        self._incoming.begin()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer."""
        if self.request_version == "HTTP/0.9":  # no browser speaks it, and its answers have no headers
            self.close_connection = True
            return None
        if self.headers.defects or any(len(self.headers.get_all(name) or ()) > 1 for name in _ONCE):
            return self._send(Answer(HTTPStatus.BAD_REQUEST), closes=True)
        if "close" in self.headers.get("Connection", "").lower().replace(",", " ").split():
            self.close_connection = True
        body = self._body()
        if body is None:
            return self._send(Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE), closes=True)
        self.server.waits_no_more(self.connection)
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.answers.answer(Request(self.command, self.path, headers, body))
        if answer.streams:
            if not self.server.streams.acquire(blocking=False):
                return self._send(Answer(HTTPStatus.SERVICE_UNAVAILABLE), closes=True)
            try:
                return self._stream()
            finally:
                self.server.streams.release()
        return self._send(answer, closes=answer.status >= HTTPStatus.BAD_REQUEST)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_TRACE = do_CONNECT = do_GET  # noqa: N815 -- http.server's

    def _body(self) -> bytes | None:
        """The body of a request; None for one that is too long, or of unknown length."""
        if "Transfer-Encoding" in self.headers:  # even an empty one: another may follow it
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
        self.server.waits_for(self.connection)
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

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses by itself is refused as we do, and nothing of it is said again."""
        self.command, self.request_version = self.command or "GET", self.protocol_version
        self._send(Answer(code), closes=True)

    def version_string(self) -> str:
        """Who answers: without its version."""
        return "valuegen"

    def log_message(self, format: str, *args: Any) -> None:
        """Who writes looks at the page, not at a log."""

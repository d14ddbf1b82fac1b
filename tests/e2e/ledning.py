"""A line to a server that can be cut and mended, as when a meeting room's network goes away for a while."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Line:
    """What connects to `url` is led to the server's port; while the line is cut nothing comes through or in."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._whole = threading.Event()
        self._whole.set()
        self._ends: set[socket.socket] = set()
        self._sockets: set[socket.socket] = set()
        self._deaf: set[socket.socket] = set()
        self._refused: bytes | None = None
        self._held: bytes | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Break every connection, and take no new one."""
        self._whole.clear()
        for end in [*self._ends, *self._deaf]:
            _close(end)

    def silence(self) -> None:
        """
        Take no new connection, and let each WebSocket look open to who has it: what comes in on it is dropped.

        Connections of other requests are short, and are cut.
        """
        self._whole.clear()
        self._deaf |= self._sockets & self._ends
        for end in self._ends - self._deaf:
            _close(end)

    def mend(self) -> None:
        """Take new connections again."""
        self._whole.set()

    def refuse(self, path: str) -> None:
        """Answer 403 to what asks for the path first on a connection, as a proxy without WebSocket does."""
        self._refused = f"GET {path} ".encode()

    def hold(self, path: str) -> None:
        """Neither lead on nor answer what asks for the path first on a connection."""
        self._held = f"GET {path} ".encode()

    def close(self) -> None:
        """End it."""
        self.cut()
        _close(self._listener)

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if not self._whole.is_set():
                    _close(client)
                    continue
                server = socket.create_connection(("127.0.0.1", self._to))
                self._ends |= {client, server}
                for pair in ((client, server), (server, client)):
                    threading.Thread(target=self._carry, args=pair, daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while content := source.recv(65536):
                if source in self._deaf:
                    continue
                if content.startswith(b"GET /_stcore/stream "):
                    self._sockets |= {source, sink}
                if self._held and content.startswith(self._held):
                    continue
                if self._refused and content.startswith(self._refused):
                    source.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    break
                sink.sendall(content)
        for end in (source,) if source in self._deaf else (source, sink):
            _close(end)
            self._ends.discard(end)


def _close(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()

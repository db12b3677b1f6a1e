"""Servers of a few lines, which answer everything in the same way."""

import socket
import threading
from collections.abc import Callable


class Answering:
    """Answers each connection by a function, until it is stopped."""

    def __init__(self, answer: Callable[[socket.socket], None]) -> None:
        self._answer = answer
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(5)

    def _run(self) -> None:
        while True:
            try:
                line, _address = self._listening.accept()
            except OSError:
                return
            with line:
                line.settimeout(5)
                try:
                    self._answer(line)
                except OSError:
                    continue


def saying(*lines: str) -> Callable[[socket.socket], None]:
    """Reads a request and says these lines."""

    def answer(line: socket.socket) -> None:
        line.recv(65536)
        line.sendall("\r\n".join(lines).encode() + (b"\r\n" if lines[-1] == "" else b""))

    return answer

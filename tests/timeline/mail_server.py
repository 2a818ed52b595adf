"""A server for mail on this machine that takes mails, or fails in a way that a test chooses."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_string
from email.message import Message

# What the server does at which word: an answer in place of its own, "drop", "hang", or a function to be called first.
Fault = str | Callable[[], None]
OWN = {
    "CONNECT": "220 ready", "EHLO": "250 here", "MAIL": "250 well", "RCPT": "250 well", "RSET": "250 well",
    "DATA": "354 go on", "END": "250 taken", "QUIT": "221 bye",
}  # fmt: skip


class MailServer:
    """Speak as much SMTP as Django's backend asks for; keep what was taken whole."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.faults: dict[str, list[Fault]] = {}
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def fail(self, word: str, *faults: Fault) -> None:
        """Meet the next asks of a word (CONNECT, MAIL, RCPT, DATA, or END, when all has been said) with faults."""
        self.faults.setdefault(word, []).extend(faults)

    def close(self) -> None:
        """Take nothing more."""
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                try:
                    self._talk(stream)
                except (OSError, ConnectionError):
                    continue

    def _talk(self, stream) -> None:
        if not self._answer(stream, "CONNECT"):
            return
        for line in stream:
            word = line.split(None, 1)[0].upper().decode()
            if not self._answer(stream, word) or word == "QUIT":
                return
            if word == "DATA" and self._was_accepted:
                text = b"".join(iter(stream.readline, b".\r\n")).decode()
                # What the server has whole it delivers, whether the sender hears of it or not.
                if not str(next(iter(self.faults.get("END", ())), "")).startswith(("4", "5")):
                    self.taken.append(message_from_string(text))
                if not self._answer(stream, "END"):
                    return

    def _answer(self, stream, word: str) -> bool:
        own = OWN[word]
        fault = self.faults[word].pop(0) if self.faults.get(word) else own
        if callable(fault):
            fault()
            fault = "drop"
        self._was_accepted = fault == own
        if fault == "hang":
            # Until the sender has waited long enough.
            stream.read()
        if fault in {"drop", "hang"}:
            return False
        stream.write(f"{fault}\r\n".encode())
        stream.flush()
        return True


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """Run a server for mail."""
    server = MailServer()
    try:
        yield server
    finally:
        server.close()

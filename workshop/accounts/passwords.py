"""Passwords: made into hashes that are slow to guess, and compared with them."""

import secrets
import threading
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from typing import TypeVar

import gevent
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from workshop.language import _
from workshop.refused import Refused

SHORTEST = 10

T = TypeVar("T")


class Passwords:
    """Hashes and compares with Argon2, in a thread: it takes longer than phones should wait."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        """Makes nothing yet.

        Args:
            hasher: default: 32 MiB, about 50 ms on a laptop.
        """
        self._hasher = hasher or PasswordHasher(time_cost=2, memory_cost=32_768, parallelism=1)
        self._nobodys = _hash_of_nothing(self._hasher)
        # However many sign in together, they never take more than twice the memory.
        self._two_at_once = threading.BoundedSemaphore(2)

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._in_a_thread(lambda: self._hasher.hash(_tidy(password)))

    def matches(self, password_hash: str | None, password: str) -> bool:
        """Whether it is the right password; takes as long where there is none to compare with."""
        return self._in_a_thread(lambda: self._matches(password_hash or self._nobodys, password))

    def _matches(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, _tidy(password))
        except VerifyMismatchError:
            return False

    def _in_a_thread(self, work: Callable[[], T]) -> T:
        with self._two_at_once:
            result: T = gevent.get_hub().threadpool.apply(work)
            return result


def check_new(password: str) -> None:
    """Refuses a password that is too easy to guess. Length is the whole rule."""
    if len(_tidy(password)) < SHORTEST:
        text = _("That is too short. Take at least {n} characters.")
        raise Refused("password", text.format(n=SHORTEST))


def _tidy(password: str) -> str:
    # The same key gives other code points on another keyboard or system (é as one or as two).
    return unicodedata.normalize("NFKC", password)


def _hash_of_nothing(hasher: PasswordHasher) -> str:
    cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${cost}${_random(hasher.salt_len)}${_random(hasher.hash_len)}"


def _random(length: int) -> str:
    return b64encode(secrets.token_bytes(length)).decode().rstrip("=")

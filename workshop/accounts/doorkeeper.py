"""The doorkeeper: lets in who knows the password, and slows down who guesses."""

from workshop.accounts import user as users
from workshop.accounts.attempts import Attempts, Limit, network
from workshop.accounts.passwords import Passwords
from workshop.accounts.user import User, tidy_email
from workshop.database import Database
from workshop.language import _, plural
from workshop.refused import Refused

PER_ACCOUNT = Limit(burst=5, every=60)
PER_ADDRESS = Limit(burst=100, every=3)
"""Generous: a school, with a class that plays at it, is often one address."""


class TooManyAttemptsError(Refused):
    """`wait` says in how many seconds there may be another attempt."""

    def __init__(self, wait: int) -> None:
        minutes = plural("one minute", "{n} minutes", -(-wait // 60))
        text = _("That was a bit often. Try again in {minutes}.").format(minutes=minutes)
        super().__init__("rate", text, again=True)
        self.wait = wait


class Doorkeeper:
    """One for each application."""

    def __init__(self, passwords: Passwords) -> None:
        self.passwords = passwords
        self._by_account = Attempts(PER_ACCOUNT)
        self._by_address = Attempts(PER_ADDRESS)

    def admit(self, database: Database, email: str, password: str, address: str | None, now: float) -> User:
        """The user with this e-mail address and password.

        Args:
            address: where the request comes from.
            now: seconds, of a clock that is never set back.

        Raises:
            TooManyAttemptsError: nothing was compared.
            Refused: they do not belong together; the answer is the same for an unknown address.
        """
        account = tidy_email(email)[:254]
        self._count(account, network(address), now)
        with database.read() as session:
            user = users.by_email(session, email)
        if not self.passwords.matches(user.password_hash if user else None, password) or not user:
            raise Refused("wrong", _("This e-mail address and password do not belong together."))
        self._by_account.forget(account)
        return user

    def _count(self, account: str, address: str, now: float) -> None:
        # Before comparing, so that attempts sent all at once are counted too.
        wait = self._by_address.take(address, now) or self._by_account.take(account, now)
        if wait:
            raise TooManyAttemptsError(wait)

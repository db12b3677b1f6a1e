"""A phone's token: says which participant of which workshop it is, signed, so that nobody can make one."""

import secrets

from itsdangerous import BadSignature, URLSafeSerializer

from workshop.language import _
from workshop.refused import Refused
from workshop.rehearsal.simulated import PREFIX


class Tokens:
    """Makes and reads tokens with one installation's secret."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeSerializer(secret, salt="participant")
        self._rehearsal = URLSafeSerializer(secret, salt="rehearsal")

    def new(self, workshop_id: int, *, simulated: bool = False) -> str:
        """A token for a phone that has none."""
        return self.of(workshop_id, (PREFIX if simulated else "") + secrets.token_urlsafe(12))

    def rehearsal_key(self, workshop_id: int) -> str:
        """With this, phones come into a workshop as simulated ones."""
        key: str | bytes = self._rehearsal.dumps(workshop_id)
        return key if isinstance(key, str) else key.decode()

    def opens_rehearsal(self, key: str, workshop_id: int) -> bool:
        """Whether it is the workshop's rehearsal key."""
        try:
            return bool(self._rehearsal.loads(key) == workshop_id)
        except BadSignature:
            return False

    def of(self, workshop_id: int, participant: str) -> str:
        """The token of a participant."""
        token: str | bytes = self._signer.dumps([workshop_id, participant])
        return token if isinstance(token, str) else token.decode()

    def read(self, token: str, workshop_id: int | None = None) -> tuple[int, str]:
        """The workshop's and the participant's id in a token.

        Args:
            token: what the phone sent.
            workshop_id: the workshop it must be for; None where any will do.

        Raises:
            Refused: it is forged, broken or another workshop's.
        """
        try:
            found, participant = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            raise _not_in() from None
        if workshop_id is not None and found != workshop_id:
            raise _not_in()
        return int(found), str(participant)


def _not_in() -> Refused:
    return Refused("token", _("This phone is not in this workshop. Scan the code on the screen again."))

"""Signatures are those of the Standard Webhooks specification."""

import base64
import time

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from workshop.hooks.signature import PREFIX, headers, new_secret

BODY = '{"type":"lead.left","data":{"school":"De Regenboog é"}}'.encode()


def test_the_other_side_knows_a_message_for_ours() -> None:
    secret = new_secret()

    signed = headers([secret], "msg_1", int(time.time()), BODY)

    assert Webhook(secret).verify(BODY, signed)["type"] == "lead.left"


@pytest.mark.parametrize("changed", ["body", "id", "time", "secret"])
def test_nothing_of_it_can_be_changed_on_the_way(changed: str) -> None:
    secret, now = new_secret(), int(time.time())
    signed = headers([secret], "msg_1", now, BODY)
    Webhook(secret).verify(BODY, signed)
    if changed == "id":
        signed["webhook-id"] = "msg_2"
    if changed == "time":
        signed["webhook-timestamp"] = str(now + 1)

    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret() if changed == "secret" else secret).verify(
            BODY + b" " if changed == "body" else BODY, signed
        )


def test_a_secret_is_long_enough_and_never_the_same() -> None:
    first, second = new_secret(), new_secret()

    assert first != second
    assert first.startswith(PREFIX)
    assert 24 <= len(base64.b64decode(first.removeprefix(PREFIX))) <= 64


def test_while_secrets_change_either_will_do() -> None:
    new, old = new_secret(), new_secret()

    signed = headers([new, old], "msg_1", int(time.time()), BODY)

    for secret in (new, old):
        assert Webhook(secret).verify(BODY, signed)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(BODY, signed)

"""What the page says of events, states and what went wrong, in the spoken language."""

from workshop.hooks.delivery import Delivery
from workshop.language import _


def event_words(event: str) -> str:
    """What happened, as people say it."""
    return {
        "lead.left": _("somebody left their details"),
        "lead.changed": _("a lead was changed"),
        "lead.erased": _("a lead was erased"),
        "test": _("test"),
    }.get(event, event)


def state_words(state: str) -> str:
    """How far a message is."""
    return {
        "waiting": _("waits"),
        "sending": _("being sent"),
        "delivered": _("delivered"),
        "failed": _("not delivered"),
        "stopped": _("stopped: the address was switched off"),
        "gone": _("not sent: the person was erased meanwhile"),
    }.get(state, state)


def outcome_words(delivery: Delivery) -> str:
    """Why the last attempt failed, and what can be done; empty where it did not."""
    texts = {
        "unknown": _("No machine has this name."),
        "private": _("The name leads into a private network. Webhooks only go to the internet."),
        "insecure": _("The address is not https."),
        "certificate": _("Its certificate is not valid."),
        "away": _("It cannot be reached, or broke off."),
        "resting": _("It did not answer in time a moment ago, so we let it rest for a while."),
        "slow": _("It did not answer in time."),
        "nonsense": _("What it answered is no HTTP."),
        "redirect": _("It sends us on to another address ({status}), which is not followed: add that one."),
        "status": _("It answered {status}."),
    }
    return texts.get(delivery.outcome, "").format(status=delivery.status)

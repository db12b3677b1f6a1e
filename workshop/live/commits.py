"""Waiting for the writer without stopping the other greenlets."""

from typing import Any

from gevent.hub import Hub, Waiter, get_hub

from workshop.journal import Appended, Entry
from workshop.language import _
from workshop.refused import Refused
from workshop.writer import NotWritten, Pending, Writer


def commit(writer: Writer, entry: Entry, *, at_once: bool = False) -> Appended:
    """Hands the entry to the writer and waits, cooperatively, until it is on the disk.

    Args:
        at_once: without waiting for others that could be written together with it.

    Raises:
        Refused: it could not be written, or its id was used for something else.
    """
    hub = get_hub()
    _keep_awake(hub)
    waiter: Waiter[Pending] = Waiter(hub)
    wake = hub.loop.run_callback_threadsafe
    writer.put(Pending(entry, lambda pending: wake(waiter.switch, pending), at_once))
    result = waiter.get().result
    if isinstance(result, NotWritten):
        raise _not_kept(result)
    assert result is not None
    if result.other_content:
        raise Refused("id_reused", _("This was sent before with other words. Reload the page."))
    return result


_awake: dict[Hub, Any] = {}


def _keep_awake(hub: Hub) -> None:
    """Without a watcher of its own a loop that only waits for another thread takes itself for finished."""
    if hub not in _awake:
        _awake[hub] = hub.loop.async_()
        _awake[hub].start(lambda: None)


def _not_kept(error: NotWritten) -> Refused:
    if error.disk_full:
        text = _("The laptop of the workshop is full. Tell the presenter; your text stays here.")
        return Refused("disk_full", text, again=True)
    return Refused("not_kept", _("It could not be kept just now. Your text stays here."), again=True)

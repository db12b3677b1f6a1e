"""Waiting for the writer without stopping the other greenlets."""

from gevent.hub import Waiter, get_hub

from workshop.journal import Appended, Entry
from workshop.language import _
from workshop.refused import Refused
from workshop.writer import NotWritten, Pending, Writer


def commit(writer: Writer, entry: Entry) -> Appended:
    """Hands the entry to the writer and waits, cooperatively, until it is on the disk.

    Raises:
        Refused: it could not be written, or its id was used for something else.
    """
    hub = get_hub()
    waiter: Waiter[Pending] = Waiter(hub)
    wake = hub.loop.run_callback_threadsafe
    writer.put(Pending(entry, lambda pending: wake(waiter.switch, pending)))
    result = waiter.get().result
    if isinstance(result, NotWritten):
        raise _not_kept(result)
    assert result is not None
    if result.other_content:
        raise Refused("id_reused", _("This was sent before with other words. Reload the page."))
    return result


def _not_kept(error: NotWritten) -> Refused:
    if error.disk_full:
        text = _("The laptop of the workshop is full. Tell the presenter; your text stays here.")
        return Refused("disk_full", text, again=True)
    return Refused("not_kept", _("It could not be kept just now. Your text stays here."), again=True)

"""The worker process."""

import logging
import signal
import threading

from workshop import create_app
from workshop.config import Settings
from workshop.house import NAME, House
from workshop.jobs.worker import work
from workshop.migrate import refuse_old_tables


def run(settings: Settings) -> None:
    """Does jobs until SIGTERM or Ctrl-C; the job at hand is finished first."""
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    house: House = create_app(settings).extensions[NAME]
    refuse_old_tables(house.database)
    work(house.database, settings, stop)

"""Workers that are born in a moment, to be killed at any other: the application is imported once.

`python -m tests.jobs.nursery` answers each line on its standard input: `born` with the number of a new
worker's process; and a number, once that process is killed and gone, with the same number.
"""

import os
import signal
import sys
import threading
import urllib.request
from typing import Any

from workshop import config, create_app
from workshop.database import Database
from workshop.jobs.retries import RETRIES, THREE_DAYS, Later
from workshop.jobs.worker import JOBS, Work, work

POST = "post"


def post(work: Work) -> dict[str, Any]:
    """What a webhook does: its id is that of the job."""
    request = urllib.request.Request(work.claim.body["to"], b"{}", {"X-Id": str(work.claim.id)})
    work.outside(10)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.read()
    except OSError as error:
        raise Later(str(error)) from error
    return {}


def run() -> None:
    settings = config.load()
    create_app(settings)
    JOBS[POST], RETRIES[POST] = post, THREE_DAYS
    for line in sys.stdin:
        if line.strip() == "born":
            pid = os.fork()
            if not pid:
                work(Database(settings.database_url), settings, threading.Event())
        else:
            pid = int(line)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        print(pid, flush=True)


if __name__ == "__main__":
    run()

"""What a process costs, looked at from outside. Linux only: proc(5)."""

import os
import resource
import subprocess
import time
from contextlib import suppress
from pathlib import Path

_LOOK_EVERY = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int) -> float:
    """Processor time so far, of all its threads."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / _TICKS


def memory_kib(pid: int) -> int:
    """Resident memory now."""
    return _status(str(pid), "VmRSS")


def own_peak_kib() -> int:
    """The most resident memory that this process ever had."""
    # Not getrusage: there a child begins with what its parent had.
    return _status("self", "VmHWM")


def peaks_kib(process: "subprocess.Popen[str]") -> list[int]:
    """Waits for its end; the most resident memory of it and of each process that it started."""
    peaks: dict[int, int] = {}
    while process.poll() is None:
        for pid in _family(process.pid):
            with suppress(OSError, StopIteration):  # it has just ended
                peaks[pid] = _status(str(pid), "VmHWM")
        time.sleep(_LOOK_EVERY)
    return list(peaks.values())


def allow_many_files() -> None:
    """Lets this process, and those that it starts, open as many connections as the system gives."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _family(pid: int) -> list[int]:
    children: list[int] = []
    with suppress(OSError):  # it has just ended
        for children_of_thread in Path(f"/proc/{pid}/task").glob("*/children"):
            children += map(int, children_of_thread.read_text().split())
    return [pid, *(one for child in children for one in _family(child))]


def _status(process: str, field: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))

"""`python -m carrywell.web.serve`: the site on this machine, on the first free port from 8000 on."""

from __future__ import annotations

import ctypes
import os
import secrets
import socket
import sys

from granian import Granian
from granian.constants import Interfaces

from carrywell.web.diary.prepare import prepare
from carrywell.web.settings_diary import DATA_FOLDER, Mode, mode_of

_FIRST_PORT = 8000
_PORTS_TRIED = 50
_MOST_WORKERS = 4
_MOST_THREADS = 8

# glibc's numbers for the settings of its memory: how many heaps, and from how many bytes on a piece stands alone.
_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3
_HEAPS, _LARGE_BYTES = 1, 256 * 1024


def free_port(first: int = _FIRST_PORT) -> int:
    """OSError when none of the ports tried is free."""
    for port in range(first, first + _PORTS_TRIED):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port from {first} to {first + _PORTS_TRIED - 1}")


def _told(address: str, draws_key: bool) -> str:
    """The line for who started the site. On one's own machine the address opens the diary, once."""
    if not draws_key:
        return f"Carrywell answers at {address}  (Ctrl+C ends it)"
    from carrywell.web.diary.opening import draw_key  # it needs Django, which is set up by now

    return f"Carrywell: open {address}diary/open?key={draw_key(DATA_FOLDER)}  (Ctrl+C ends it)"


def _threads(mode: Mode) -> int:
    """In each process. Who keeps a diary waits for the disk, and several wait for it together (`diary.on_disk`). All
    else is computed, and threads would only take turns.
    """
    return min(2 * (os.cpu_count() or 1) + 1, _MOST_THREADS) if mode == "accounts" else 1


def _keep_memory_together() -> None:
    """glibc gives threads that run at the same time a heap each, keeps large pieces in it once it has seen some, and
    gives little back: a process with many threads grew by 70 MB in a simulated day (`make soak`). Another C library has
    no such settings.
    """
    setting = getattr(ctypes.CDLL(None), "mallopt", None)
    if setting is not None:
        setting(_M_ARENA_MAX, _HEAPS)
        setting(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def main() -> None:
    _keep_memory_together()  # the workers are forked from here
    host = os.environ.get("CARRYWELL_BIND", "127.0.0.1")
    port = int(os.environ.get("CARRYWELL_PORT") or free_port())
    workers = int(os.environ.get("CARRYWELL_WORKERS") or min(os.cpu_count() or 1, _MOST_WORKERS))
    # One key for all workers: a partner's link that one of them signed opens in each.
    os.environ.setdefault("CARRYWELL_SECRET_KEY", secrets.token_urlsafe(48))
    mode = mode_of(dict(os.environ))
    if mode != "off":
        prepare()
    print(_told(f"http://{host}:{port}/", draws_key=mode == "local"), flush=True)
    server = Granian(
        "carrywell.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_threads(mode),
        log_access=False,
        log_level="warning",
    )
    server.serve()
    sys.exit(0)


if __name__ == "__main__":
    main()

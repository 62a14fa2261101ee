"""Who may see the one diary of a machine: who started the site, and opened the address that it printed.

That address holds a key, good once. It is traded for a cookie, so that neither a proxy in front of the site nor another
account of the same computer gets in. The check asks for neither.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_GET

from carrywell.web.diary.cookie import COOKIE, proof
from carrywell.web.diary.owner import is_this_machine
from carrywell.web.language import language_of, render, root_of

_FILE = "open-once"  # in the folder of the diary, until the address was opened
_KEY_BYTES = 24


def draw_key(folder: Path) -> str:
    """The key for the address that is printed. Its digest lies in the folder, for whichever process is asked."""
    key = secrets.token_urlsafe(_KEY_BYTES)
    file = folder / _FILE
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(_digest(key), encoding="ascii")
    return key


def is_opened(request: HttpRequest) -> bool:
    return constant_time_compare(request.COOKIES.get(COOKIE, ""), proof())


@require_GET
def open_once(request: HttpRequest) -> HttpResponse:
    """The address that was printed. It leads to the start, or says why it opens nothing."""
    is_this_machine(request)
    if not is_opened(request) and not _takes(settings.DATA_FOLDER / _FILE, request.GET.get("key", "")):
        return not_opened(request)
    answer = HttpResponseRedirect(f"{root_of(language_of(request))}/")
    answer.set_cookie(COOKIE, proof(), max_age=settings.SESSION_COOKIE_AGE, httponly=True, samesite="Lax")
    return answer


def not_opened(request: HttpRequest) -> HttpResponse:
    """How to open it. A check that she wanted to keep stays in the page."""
    state = request.POST.get("state", "") if request.method == "POST" else ""
    return render(request, "diary_closed.html", {"quick_exit": settings.QUICK_EXIT_URL, "state": state}, status=403)


def _takes(file: Path, key: str) -> bool:
    """Only who takes the file away has opened: of two processes that are asked at once, one."""
    try:
        if not constant_time_compare(file.read_text(encoding="ascii"), _digest(key)):
            return False
        file.unlink()
    except FileNotFoundError:
        return False
    return True


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()

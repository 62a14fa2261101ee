"""Her mail address: given, changed and taken away by her alone, and hers once she has opened the link in its mail."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.forms import AddEmailForm
from allauth.account.models import EmailConfirmationHMAC
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from carrywell.web.account.address import confirmed_address, forget_addresses, waiting_address
from carrywell.web.clock import now
from carrywell.web.diary.owner import woman_of
from carrywell.web.diary.store import note_access
from carrywell.web.language import language_of, render, root_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required  # an address can get a new password: who merely holds her phone must not put in his own
@rate_limit(action="manage_email")
def address(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    waiting = waiting_address(request.user)
    if "off" in request.POST:
        forget_addresses(request.user, woman_of(request))
    elif "again" in request.POST and waiting:
        waiting.send_confirmation(request)
        return _to_page(request)
    else:
        form = AddEmailForm(request.user, request.POST)
        if not form.is_valid():
            return _page(request, form)
        form.save(request)
    _note(request)
    return _to_page(request)


def _to_page(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(f"{root_of(language_of(request))}/account/address")


def _page(request: HttpRequest, form: Any = None) -> HttpResponse:
    waiting = waiting_address(request.user)
    context = {
        "confirmed": confirmed_address(request.user),
        "waiting": waiting.email if waiting else "",
        "form": form,
        "typed": form.data.get("email", "") if form else "",
    }
    return render(request, "account/address.html", _shown(context), status=422 if form else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Only for her who gave it, signed in: a mail that went astray confirms nothing for who finds it. With a button,
    since programs look at the links in a mail before she does.
    """
    found = EmailConfirmationHMAC.from_key(key)
    if found is None or found.email_address.user_id != request.user.pk:
        return _confirmed(request, "stale", status=404)
    if request.method != "POST":
        return _confirmed(request, "ask", email=found.email_address.email)
    if not found.confirm(request):
        return _confirmed(request, "stale", status=409)
    _note(request)
    return _confirmed(request, "done", reminds=woman_of(request) is not None)


def _confirmed(request: HttpRequest, outcome: str, status: int = 200, **more: Any) -> HttpResponse:
    return render(request, "account/confirm.html", _shown({"outcome": outcome} | more), status=status)


def _note(request: HttpRequest) -> None:
    woman = woman_of(request)
    if woman is not None:
        note_access(woman, "address", now())


def _shown(context: dict[str, Any]) -> dict[str, Any]:
    return {"quick_exit": settings.QUICK_EXIT_URL} | context

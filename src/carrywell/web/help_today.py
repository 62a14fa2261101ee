"""The page on what helps today without a check: the same for everyone, so it takes no answer."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.app.engine import open_engine
from carrywell.app.help_today import help_today
from carrywell.model.case import About
from carrywell.model.knowledge import Advice
from carrywell.web.language import language_of, render, voice_of
from carrywell.web.pictures import picture
from carrywell.web.presenters import Entry, entry

_DRAWN = About(weeks_postpartum=52)  # who is not known is drawn without a belly, and without a baby


@require_safe
def what_helps_today(request: HttpRequest) -> HttpResponse:
    engine, voice = open_engine(), voice_of(request)
    found = help_today(engine.knowledge)

    def in_words(advice: Advice) -> Entry:
        """Sources by their publisher: she may have lost the pregnancy, and their titles speak of babies."""
        return entry(advice, engine.knowledge, voice, gentle=True)

    def drawn(advice: Advice) -> Entry:
        pose = engine.knowledge.poses[advice.pose] if advice.pose else None
        return replace(in_words(advice), picture=picture(pose, _DRAWN, language_of(request)) if pose else None)

    context = {
        "signs": found.signs,
        "first": [drawn(advice) for advice in found.first],
        "more": [(topic, [in_words(advice) for advice in entries]) for topic, entries in found.more.items()],
    }
    return render(request, "help_today.html", context)

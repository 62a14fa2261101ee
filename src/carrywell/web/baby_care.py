"""The pages on the care of a baby: the tasks, and one task with its better and harder ways drawn side by side.

They are the same for everyone and take no answer. Nothing links to them from a result after a loss.
"""

from __future__ import annotations

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from carrywell.app.baby_tasks import baby_tasks, task_sheet
from carrywell.app.engine import open_engine
from carrywell.figure.draw import draw, frame
from carrywell.figure.proportions import Body
from carrywell.model.item import Evidenced
from carrywell.web.language import language_of, render
from carrywell.web.presenters import Ground

_BODY = Body(weeks_postpartum=6)
_WIDTH_PX = 320


@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    return render(request, "baby_care.html", {"tasks": baby_tasks(open_engine().knowledge)})


@require_safe
def task(request: HttpRequest, name: str) -> HttpResponse:
    try:
        sheet = task_sheet(open_engine().knowledge, name)
    except KeyError as unknown:
        raise Http404 from unknown
    context = {
        "sheet": sheet,
        "pictures": _pictures(name, language_of(request)),
        "task_ground": _ground(sheet.task, None),
        "grounds": {advice.id: _ground(advice, advice.strength) for advice in sheet.advice},
    }
    return render(request, "baby_task.html", context)


def _ground(item: Evidenced, strength: str | None) -> Ground:
    sources = tuple(open_engine().knowledge.sources[source] for source in item.sources)
    return Ground(item.basis, strength, sources, item.id, gentle=False)


@cache
def _pictures(name: str, language: str) -> tuple[SafeString, ...]:
    """One picture a way, all in one frame, so that heights can be compared."""
    knowledge = open_engine().knowledge
    poses = [knowledge.poses[way.pose] for way in knowledge.baby_tasks[name].ways]
    box = frame(poses, [_BODY])
    drawn = [draw(pose, _BODY, within=box, width=_WIDTH_PX, say=open_engine().voice(language)) for pose in poses]
    return tuple(mark_safe(picture) for picture in drawn)  # noqa: S308  numbers, and words of the knowledge base escaped

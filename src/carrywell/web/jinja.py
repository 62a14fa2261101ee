"""The template environment: the design system's parts, our templates, and the one voice."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader

from carrywell import __version__
from carrywell.app.claims import claims_about
from carrywell.app.engine import open_engine
from carrywell.knowledge.pseudo import RIGHT_TO_LEFT
from carrywell.model.claim import Claim
from carrywell.model.text import LANGUAGES, Voice
from carrywell.web.account.errors import form_errors
from carrywell.web.language import root_of, same_page
from carrywell.web.load_pages import can_weigh
from carrywell.web.my_day import can_weigh_day
from carrywell.web.presenters import CauseLine, Entry, Ground
from carrywell.web.spoken_once import MOST_KEPT, SpokenAsRead, kept_pieces

_STATIC = Path(__file__).parent / "static"


class _OneWorld(Environment):
    """No template brings names of its own: all share those of the environment, with no second dictionary before them,
    through which every name would have to be looked up.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def environment(language: str, **options: Any) -> Environment:
    """The environment of one language: its voice is the only one that its templates hear."""
    ours = options.pop("loader")
    loader = ChoiceLoader([ours, PackageLoader("nhsuk_frontend_jinja")])
    env = _OneWorld(
        **options | {"loader": loader, "undefined": ChainableUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    engine = open_engine()
    voice = engine.voice(language)
    env.globals.update(
        t=voice.phrase,
        counted=voice.counted,
        say=voice,
        label=voice.label,
        labelled=voice.labelled,
        remarked=voice.remarked,
        ended=voice.ended,
        sentences=voice.sentences,
        gap=voice.gap,
        apart=voice.apart,
        calendar_day=voice.day,
        day_parts=voice.day_parts,
        how_sure=partial(_how_sure, voice),
        findings=engine.knowledge.findings,
        language=language,
        languages=[spoken for spoken in LANGUAGES if spoken != language],
        reads="rtl" if language == RIGHT_TO_LEFT else "ltr",
        root=root_of(language),
        roots={spoken: root_of(spoken) for spoken in LANGUAGES},
        same_page=same_page,
        has_diary=has_diary,
        has_mail=has_mail,
        form_errors=form_errors,
        by_field_of=lambda errors: {error.field: error for error in errors},
        can_weigh=can_weigh,
        can_weigh_day=can_weigh_day,
        block_kind=lambda block: type(block).__name__.lower(),
        drawn=lambda svg: mark_safe(svg),  # noqa: S308  from report.pain_chart, which escapes its words
        static=static_address,
        program_version=__version__,
        knowledge_version=engine.knowledge.version,
    )
    env.globals |= {name: _once_an_item(env, f"{name}.html") for name in ("folded", "today", "cause")}
    env.globals["once"] = kept_pieces(env)
    env.add_extension(SpokenAsRead)
    return env


def _how_sure(voice: Voice, ground: Ground) -> str:
    """`Evidence from studies: some.`"""
    basis = voice.phrase(f"evidence.basis.{ground.basis}")
    strength = ground.strength and voice.phrase(f"evidence.strength.{ground.strength}")
    return voice.ended(voice.labelled(basis, strength) if strength else basis)


def has_diary() -> bool:
    """Whether this site keeps diaries; asked for each page, since it is a setting."""
    return settings.DIARY != "off"


def has_mail() -> bool:
    """Whether this site sends mail; without a server no page says anything of it."""
    return bool(settings.MAIL)


def _once_an_item(env: Environment, template: str) -> Callable[[Entry | CauseLine], SafeString]:
    """An item as it unfolds is the same for everyone but for its picture, so each is rendered once a process."""
    rendered: dict[tuple[str, bool, SafeString | None], SafeString] = {}

    def once(item: Entry | CauseLine) -> SafeString:
        key = (item.ground.item, item.ground.gentle, item.picture if isinstance(item, Entry) else None)
        if (made := rendered.get(key)) is None:  # another thread may empty it at any time
            made = mark_safe(env.get_template(template).render(e=item, claims=_read(item)))  # noqa: S308  autoescaped
            if len(rendered) >= MOST_KEPT:
                rendered.clear()
            rendered[key] = made
        return made

    return once


def _read(item: Entry | CauseLine) -> Sequence[Claim]:
    """What people say of it; not after a loss, where a claim may speak of babies."""
    return () if item.ground.gentle else claims_about(open_engine().knowledge, item.ground.item)


@cache
def static_address(name: str) -> str:
    """A static file's address with the hash of its content, so that it can be kept for a year."""
    digest = sha256((_STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"

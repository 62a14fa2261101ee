"""What a page says the same way to everyone is put into words once, not at each rendering."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment
from jinja2.ext import Extension

from carrywell.model.text import Voice

MOST_KEPT = 4096  # pieces a language; about two kilobytes each at most
_PHRASE = re.compile(r"(?<![\w.])t\('([^']+)'\)")


class SpokenAsRead(Extension):
    """Puts the sentence in the place of `t('page.key')` while a template is read. What has no sentence stays a fault
    of the rendering.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        voice = self.environment.globals["say"]
        assert isinstance(voice, Voice)
        return _PHRASE.sub(lambda found: repr(voice.phrase(found[1])) if voice.has(found[1]) else found[0], source)


def kept_pieces(env: Environment) -> Callable[..., SafeString]:
    """`once('line', 'fever', 'no')` in a template: a macro of `once.html`, rendered once for each choice of values.

    The values are ids and choices that the program itself offers, and never what somebody typed.
    """

    @lru_cache(maxsize=MOST_KEPT)
    def once(piece: str, *values: Hashable) -> SafeString:
        made = getattr(env.get_template("once.html").module, piece)(*values)
        return mark_safe(made)  # noqa: S308  escaped by the template

    return once

"""Every component of the pages in every state: one list, from which come the style guide, its tests and its pictures.

Each example names a page that the site itself makes, and the piece to cut out of it. A new component or state belongs
here, and is then shown, looked at by axe in both colour schemes, and compared with its picture without more code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carrywell.app.engine import Engine
from carrywell.app.play_interview import play_interview
from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, Pain
from carrywell.web.state import State

Fields = Mapping[str, str]

PREGNANT = About(weeks_pregnant=24, babies=1)
_NOW, _YES, _UNSURE = "q/now/chest_pain,saddle_numbness", Answer.YES, Answer.UNSURE
_LIST = Case(about=PREGNANT, answers={"chest_pain": _UNSURE, "saddle_numbness": _YES})
_HURTS = Case(about=PREGNANT, pain=Pain(sites=("low_back", "pubic_bone"), side="left", now=4, worse_with=("stairs",)))

# The posts that lead to a page: what is sent beside the state. `change` opens a page with what she said there.
_EMPTY = State()
_PAGES: Mapping[str, tuple[State, Fields]] = {
    "weeks": (_EMPTY, {"page": "status", "pregnant": "1"}),
    "weeks, said": (State(Case(about=PREGNANT), ("pregnant",)), {"change": "pregnant"}),
    "weeks, wrong": (_EMPTY, {"page": "pregnant", "weeks_pregnant": "60", "due-day": "31", "due-month": "2"}),
    "ended": (_EMPTY, {"page": "status", "after": "1"}),
    "ended, wrong": (_EMPTY, {"page": "after", "weeks_postpartum": "3", "none": "1"}),
    "list": (State(Case(about=PREGNANT), ("pregnant", _NOW)), {"change": _NOW}),
    "list, said": (State(_LIST, ("pregnant", _NOW)), {"change": _NOW}),
    "list, wrong": (State(Case(about=PREGNANT), ("pregnant",)), {"page": _NOW, "none": "1", "chest_pain": "yes"}),
    "once more": (State(_LIST, ("pregnant", "c/now/saddle_numbness")), {"change": "c/now/saddle_numbness"}),
    "where": (State(Case(about=PREGNANT), ("pregnant", "where")), {"change": "where"}),
    "where, said": (State(_HURTS, ("pregnant", "where")), {"change": "where"}),
    "where, wrong": (State(Case(about=PREGNANT), ("pregnant",)), {"page": "where", "now": "11"}),
    "changes": (State(_HURTS, ("pregnant", "changes")), {"change": "changes"}),
    "day": (State(_HURTS, ("pregnant", "day")), {"change": "day"}),
    "private": (State(_HURTS, ("pregnant", "private")), {"change": "private"}),
    "private result": (State(_HURTS, ("pregnant",)), {"page": "private", "unsafe_at_home": "yes", "answer": "1"}),
}

# One woman for each care level; what she does not say is played as no.
_WHO: Mapping[str, Case] = {
    "emergency_now": Case(about=About(weeks_pregnant=31), answers={"chest_pain": _YES}),
    "same_day_maternity": Case(about=About(weeks_pregnant=31), answers={"fluid_leak": _YES}),
    "same_day_gp_or_ed": Case(about=PREGNANT, answers={"burning_frequent_urine": _YES}),
    "within_2_days": Case(about=PREGNANT, answers={"severe_pain": _UNSURE}, pain=Pain(sites=("low_back",))),
    "routine": Case(about=PREGNANT, pain=Pain(sites=("low_back",), onset="gradual", course="steady")),
    "self_care": Case(
        about=PREGNANT,
        answers={"worse_moving_better_rest": _YES},
        pain=Pain(sites=("low_back",), onset="gradual", course="steady", started_weeks_ago=6),
    ),
}


# Pages that are read without a post.
ADDRESSES: Mapping[str, str] = {
    "start": "/",
    "when to call": "/when-to-call",
    "help today": "/help-today",
    "not there": "/no-such-page",
    "baby care": "/baby-care",
}
LEVELS: tuple[str, ...] = tuple(_WHO)
# Pages that a result leads on to: the level, and what is posted.
_AFTER: Mapping[str, tuple[str, Fields]] = {"send to partner": ("self_care", {"partner": "1"})}
PAGES: tuple[str, ...] = (*ADDRESSES, *_PAGES, *LEVELS, *_AFTER)


@dataclass(frozen=True, slots=True)
class Example:
    """One state of a component. `page`: one of PAGES; `piece`: what to cut out of it.

    `gives`: attributes that a state of the moment adds to the first tag, which no page is sent with; `reads`: the
    phrase that then stands in it.
    `linked`: two pieces that work together keep their own names, so that a tap marks its place.
    """

    state: str
    page: str
    piece: str
    gives: str = ""
    reads: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    name: str
    says: str
    examples: tuple[Example, ...] = field(default_factory=tuple)


COMPONENTS: tuple[Component, ...] = (
    Component(
        "Button",
        "One filled button a page: the way on. Others are outlined. A button says what it does.",
        (
            Example("the way on", "where", "button.nhsuk-button"),
            Example("the other way", "list", "button.nhsuk-button--secondary"),
            Example("the two ways to start", "start", "div.cw-choices"),
            Example(
                "while she waits", "where", "button.nhsuk-button", 'aria-busy="true"', reads="site_wide.waiting"
            ),
        ),
    ),
    Component(
        "Back",
        "First in the page and never the button that Enter presses. Going back loses nothing.",
        (Example("as it stands", "where", "button.cw-back"),),
    ),
    Component(
        "Line of a list",
        "Yes, No and Not sure beside each other; nothing is chosen for her.",
        (
            Example("nothing said", "list", "div.cw-line #chest_pain"),
            Example("not sure", "list, said", "div.cw-line #chest_pain"),
            Example("yes", "list, said", "div.cw-line #saddle_numbness"),
            Example("with an error", "list, wrong", "div.cw-line #chest_pain"),
            Example("asked once more", "once more", "div.cw-line #saddle_numbness"),
            Example("for her alone", "private", "div.cw-line"),
        ),
    ),
    Component(
        "Radios",
        "One of a few, each on its own line where the words are long.",
        (
            Example("nothing said", "where", "div.nhsuk-form-group #side"),
            Example("one chosen", "where, said", "div.nhsuk-form-group #side"),
            Example("with an error", "ended, wrong", "div.nhsuk-form-group #ended"),
        ),
    ),
    Component(
        "Tick list",
        "As many as fit. What few need is folded away under the list.",
        (
            Example("nothing ticked", "changes", "div.nhsuk-form-group #better_with-1"),
            Example("one ticked", "changes", "div.nhsuk-form-group #worse_with-1"),
            Example("with an error", "where, wrong", "div.nhsuk-form-group #sites-1"),
        ),
    ),
    Component(
        "Picture to tap",
        "Each place is the label of its check box in the list, which is what counts.",
        (Example("two places chosen", "where, said", "div.cw-tap", linked="div.nhsuk-form-group #sites-1"),),
    ),
    Component(
        "Number field",
        "As wide as what belongs in it. A wrong entry stays, with the error beside it.",
        (
            Example("empty", "weeks", "div.nhsuk-form-group #weeks_pregnant"),
            Example("filled in", "weeks, said", "div.nhsuk-form-group #weeks_pregnant"),
            Example("with an error", "weeks, wrong", "div.nhsuk-form-group #weeks_pregnant"),
            Example("with its unit", "day", "div.cw-tasks"),
        ),
    ),
    Component(
        "Date field",
        "Three numbers and no calendar to page through.",
        (
            Example("empty", "weeks", "div.nhsuk-form-group #due-day"),
            Example("with an error", "weeks, wrong", "div.nhsuk-form-group #due-day"),
        ),
    ),
    Component(
        "Summary of errors",
        "First on the page, and takes the focus; each line leads to its field.",
        (
            Example("one error", "list, wrong", "div.nhsuk-error-summary"),
            Example("several errors", "weeks, wrong", "div.nhsuk-error-summary"),
        ),
    ),
    Component(
        "Details",
        "What not everyone needs unfolds in place.",
        (
            Example("closed", "list", "details.cw-explain"),
            Example("open", "list", "details.cw-explain", gives="open"),
        ),
    ),
    Component(
        "Care card",
        "One on a result: how soon she needs care. Red is for danger, and stands nowhere else.",
        tuple(Example(level, level, "div.cw-care") for level in LEVELS),
    ),
    Component("Quiet card", "What is for her alone: no bold words, no colour.", (
        Example("as it stands", "private result", "div.cw-quiet-card"),
    )),
    Component(
        "Today",
        "Three things at most, each one line, with how many minutes it takes.",
        (Example("three things", "self_care", "section.cw-today"),),
    ),
)  # fmt: skip


def every_example() -> list[tuple[str, Component, Example]]:
    """Each with the id that it has on the page of the style guide."""
    return [
        (f"{component.name}-{example.state}".lower().replace(" ", "-").replace(",", ""), component, example)
        for component in COMPONENTS
        for example in component.examples
    ]


def post_for(page: str, engine: Engine) -> dict[str, str]:
    """What is posted to `/check` to be shown this page."""
    level, more = _AFTER.get(page, (page, {}))
    if level in _WHO:
        played = play_interview(engine, _WHO[level]).assessment.case
        return {"page": "result", "state": State(played, ("pregnant",)).dump(), **more}
    state, fields = _PAGES[page]
    return {"state": state.dump(), **fields}

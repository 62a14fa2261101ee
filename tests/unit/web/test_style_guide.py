"""The style guide: there in development only, and every example of the list stands on it."""

from __future__ import annotations

import re

import pytest
from django.test import override_settings

from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel
from carrywell.web.style_examples import COMPONENTS, every_example
from carrywell.web.style_guide import Shown, shown_examples
from tests.lib.posts import client


@pytest.fixture(scope="module")
def shown() -> list[Shown]:
    return shown_examples(open_engine())


def test_the_style_guide_is_not_there_for_her() -> None:
    answer = client().get("/style")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


@override_settings(DEVELOPMENT=True)
def test_in_development_it_shows_every_example() -> None:
    answer = client().get("/style")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert [f'id="{id_}"' in page for id_, _, _ in every_example()] == [True] * len(every_example())
    assert [component.name for component in COMPONENTS if f">{component.name}</h2>" not in page] == []


def test_no_two_examples_have_the_same_id() -> None:
    ids = [id_ for id_, _, _ in every_example()]
    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z][a-z0-9_-]+", id_)] == []


def test_no_two_examples_share_an_element_id(shown: list[Shown]) -> None:
    """Else a label would belong to the field of another example."""
    ids = [found for one in shown for found in re.findall(r'\sid="([^"]+)"', one.html)]
    assert [id_ for id_ in set(ids) if ids.count(id_) > 1] == []


def test_the_states_of_a_component_look_different(shown: list[Shown]) -> None:
    for component in COMPONENTS:
        html = [one.html.replace(one.id, "") for one in shown if one.component is component]
        assert len(html) == len(set(html)), component.name


@pytest.mark.parametrize("level", CareLevel)
def test_each_care_level_has_its_card(shown: list[Shown], level: CareLevel) -> None:
    card = next(one for one in shown if one.id == f"care-card-{level}")
    assert f'data-level="{level}"' in card.html


def test_a_state_with_an_error_says_the_error(shown: list[Shown]) -> None:
    wrong = [one for one in shown if "error" in one.state]
    assert len(wrong) >= 6
    assert [one.id for one in wrong if "nhsuk-error" not in one.html] == []
    assert [one.id for one in shown if "nhsuk-error" in one.html and one not in wrong] == []

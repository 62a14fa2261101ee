from __future__ import annotations

from carrywell.knowledge.texts import texts_of, with_keys
from tests.lib.small_knowledge import advice, finding, gate, pain_class


def keys(*texts: object) -> list[str]:
    return [text.key for text in texts]  # type: ignore[attr-defined]


def test_a_sentence_is_called_after_its_item_and_field() -> None:
    fever = with_keys(finding("fever"), "findings/fever")
    assert keys(fever.ask, fever.why) == ["findings/fever#ask", "findings/fever#why"]


def test_sentences_of_a_list_are_numbered() -> None:
    fever = with_keys(finding("fever", lines=["38 °C or more", "hot and feverish"]), "findings/fever")
    assert keys(*fever.lines) == ["findings/fever#lines.0", "findings/fever#lines.1"]


def test_sentences_inside_parts_have_the_way_to_them() -> None:
    lumbar = with_keys(pain_class("lumbar", {"all": []}, {"fever": 1, "vomiting": 1}), "classes/lumbar")
    assert keys(*(sign.says for sign in lumbar.speaks_for)) == [
        "classes/lumbar#speaks_for.0.says",
        "classes/lumbar#speaks_for.1.says",
    ]


def test_nothing_else_changes() -> None:
    plain = advice("short_walk", not_when=["fever"], minutes=10)
    keyed = with_keys(plain, "advice/short_walk")
    words = {"title": plain.title, "says": plain.says, "benefit": plain.benefit}
    assert keyed.model_copy(update=words) == plain
    assert keyed.says.english == plain.says.english


def test_every_sentence_of_an_item_in_the_order_of_its_fields() -> None:
    exercise = gate("exercise", "fever", ask_first=("vomiting",))
    assert [text.english for text in texts_of(exercise)] == ["because fever", "because vomiting"]


def test_a_sentence_that_is_left_out_is_none() -> None:
    assert [text.english for text in texts_of(advice("short_walk"))] == [
        "title short_walk",
        "says short_walk",
        "benefit short_walk",
    ]

from __future__ import annotations

import os
from pathlib import Path

import pytest

from carrywell.web.api.keys import ApiSettings, WrongKeysError, api_settings, hashed, main

A, B = hashed("the key of a"), hashed("the key of b")


def test_keys_from_the_environment_and_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"# who may ask\n\nclinic-b {B}\n", encoding="utf-8")
    found = api_settings(f"clinic-a {A}", str(file), "600/m")
    assert [found.who_has(key) for key in ("the key of a", "the key of b", "another")] == ["clinic-a", "clinic-b", None]


def test_without_keys_nobody_is_known() -> None:
    assert api_settings("", "", "600/m").who_has("") is None


def test_the_hash_is_no_key() -> None:
    assert ApiSettings({A: "clinic-a"}).who_has(A) is None


def test_settings_do_not_show_the_keys() -> None:
    assert A not in repr(ApiSettings({A: "clinic-a"}))


@pytest.mark.parametrize(
    ("keys", "rate", "says"),
    [
        ("clinic-a", "600/m", "not `name hash`"),
        (f"clinic-a {A[:-1]}", "600/m", "not `name hash`"),
        (f"clinic a {A}", "600/m", "not `name hash`"),
        (f"clinic-a {A}, clinic-a {B}", "600/m", "the name clinic-a stands twice"),
        ("", "600", "allowed: 1 to 9999 and s, m or h"),
        ("", "0/m", "allowed: 1 to 9999 and s, m or h"),
        ("", "10000/m", "allowed: 1 to 9999 and s, m or h"),
    ],
)
def test_what_the_server_does_not_start_with(keys: str, rate: str, says: str) -> None:
    with pytest.raises(WrongKeysError, match=says):
        api_settings(keys, "", rate)


def test_what_is_wrong_is_not_quoted() -> None:
    """It may be a key that stands there in place of its hash."""
    with pytest.raises(WrongKeysError) as refused:
        api_settings("clinic-a a-real-key", "", "600/m")
    assert "a-real-key" not in str(refused.value)


def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(WrongKeysError, match="cannot be read"):
        api_settings("", f"{os.sep}nowhere", "600/m")


def test_a_drawn_key_opens_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clinic-a"]) == 0
    key, line = (text.strip() for text in capsys.readouterr().out.splitlines()[1::2])
    assert api_settings(line, "", "600/m").who_has(key) == "clinic-a"
    assert main(["clinic-a"]) == 0
    assert key not in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["a clinic"], [""]])
def test_a_name_is_needed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "one name is needed" in capsys.readouterr().err

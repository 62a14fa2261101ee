"""What somebody hands in as YAML or JSON: the text of a file, and its document with the place of every value."""

from __future__ import annotations

import json
import re
from pathlib import Path

from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.parser_words import parser_says
from carrywell.knowledge.yaml_text import Document, read_yaml
from carrywell.model.told import Told, told


def read_text_file(path: Path, allowed: Told) -> str:
    """Faulty when it is no text, with what is `allowed`; OSError when the file cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty([Fault(str(path), 1, 1, told("fault.not_text", allowed=allowed))]) from error


def read_data_text(file: str, content: str) -> Document:
    """`file` is only the name in the faults; a name ending in .json must hold JSON."""
    if file.endswith(".json"):
        must_be_json(file, content)
        content = json_as_yaml(content)
    return read_yaml(file, content)


_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")


def json_as_yaml(content: str) -> str:
    """JSON in the few things that YAML reads otherwise: tabs, which can only be space, and a character that was
    written as a pair of escapes, as many programs write an emoji.
    """
    return _PAIR.sub(lambda pair: pair[1] + json.loads(f'"{pair[2]}"'), content.replace("\t", " "))


def must_be_json(file: str, content: str) -> None:
    """Faulty with the place of what is not JSON."""
    try:
        json.loads(content)
    except json.JSONDecodeError as error:
        says = told("fault.not_json", problem=parser_says(error.msg))
        raise Faulty([Fault(file, error.lineno, error.colno, says)]) from error
    except ValueError as error:  # a number of thousands of digits
        raise Faulty([Fault(file, 1, 1, told("fault.unreadable_json", problem=parser_says(str(error))))]) from error
    except RecursionError:
        return  # the reader of YAML names the place

"""What the parsers of JSON and YAML say is wrong, as sentences that can be translated."""

from __future__ import annotations

from carrywell.model.told import Told, told

# The beginning of the parser's own English -> the sentence in kb/words/parser.yaml.
_KNOWN = {
    "Expecting value": "value",
    "Expecting property name": "name",
    "Expecting ':'": "colon",
    "Expecting ','": "comma",
    "Extra data": "extra",
    "Unterminated string": "open_string",
    "Invalid control character": "control",
    "Invalid \\": "escape",
    "mapping values are not allowed": "mapping_here",
    "did not find expected key": "key",
    "could not find expected ':'": "colon_after_key",
    "did not find expected ',' or ']'": "list_end",
    "did not find expected ',' or '}'": "mapping_end",
    "did not find expected '-'": "dash",
    "block sequence entries are not allowed": "list_here",
    "found character that cannot start": "start",
    "found unexpected end of stream": "open_quote",
    "found undefined alias": "alias",
    "found unknown escape": "escape",
}


def parser_says(problem: str) -> Told:
    """`problem`: as json or PyYAML (libyaml) words it. What is not known here stays in their English."""
    known = next((key for begins, key in _KNOWN.items() if problem.startswith(begins)), "other")
    return told(f"parser.{known}", problem=problem)

"""A report on paper: PDF by typst, tagged for screen readers (PDF/UA-1), our own fonts, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from carrywell.model.paper import Block, Paper

_HERE = Path(__file__).parent
FONTS = _HERE / "fonts"
_KINDS = {"Paragraph": "paragraph", "Facts": "facts", "Lines": "lines", "Table": "table", "Picture": "picture"}


def as_pdf(paper: Paper) -> bytes:
    """One to two sides of A4 for what a woman tells in a few checks."""
    language, _, script = paper.language.partition("-")
    packed = {
        "lang": language,
        "region": "cn" if script == "Hans" else "gb",  # which shapes of the characters, which quotes
        "title": paper.title,
        "lead": paper.lead,
        "sections": [
            {"title": section.title, "blocks": [_block(block) for block in section.blocks]}
            for section in paper.sections
        ],
        "foot": list(paper.foot),
    }
    return bytes(
        typst.compile(
            str(_HERE / "paper.typ"),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"paper": json.dumps(packed, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    )


def _block(block: Block) -> dict[str, object]:
    return {"kind": _KINDS[type(block).__name__], **asdict(block)}

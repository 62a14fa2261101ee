"""Words that name a baby, in each language: after a loss no page has them."""

from __future__ import annotations

import re

_BABY = re.compile(
    r"\b(bab(y|ies)|newborn|infants?|toddlers? and baby|nappy|nappies|pram|cot|mum|new mothers?)\b"
    "|宝宝|婴儿|新生儿|尿布|尿片|尿不湿|妈妈|喂奶|哺乳",
    re.IGNORECASE,
)
# Chinese for a birth, a loss and a fertility treatment holds that word (docs/reference/chinese-terms.md).
_TERMS = re.compile("生(第一个)?宝宝|失去过?宝宝|试管婴儿")


def speaks_of_a_baby(text: str) -> bool:
    return _BABY.search(_TERMS.sub("", text)) is not None

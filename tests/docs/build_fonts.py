"""Builds the fonts of the PDF anew: `make fonts`. They are committed, so that nobody needs this but who changes them.

From three packages of npm (named in the Makefile), all under the SIL Open Font License 1.1: Noto Sans SC in one file of
its common characters, the same in slices for the rest, Noto Sans for the letters of European names. The web fonts call
themselves by another weight, so the names are written anew; their licence allows that, and asks that the name changes.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from carrywell.report.pdf import FONTS

FAMILY, MORE = "Carrywell Sans", "Carrywell Sans More"
_MANY_TABLES = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "prep", "gasp", "fpgm", "cvt "]
_BOLD = 700


def build(packages: Path) -> None:
    """`packages`: the folder with the packages taken apart, each under its short name."""
    chinese = packages / "noto-sans-sc" / "package" / "files"
    letters = packages / "noto-sans" / "package" / "files"
    FONTS.mkdir(exist_ok=True)
    for weight, style in ((400, "Regular"), (_BOLD, "Bold")):
        font = TTFont(chinese / f"noto-sans-sc-chinese-simplified-{weight}-normal.woff")
        _save(font, FAMILY, style, weight)
    known = set(TTFont(FONTS / "CarrywellSans-Regular.ttf").getBestCmap())
    scripts = ("latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext")
    slices = [letters / f"noto-sans-{script}-400-normal.woff" for script in scripts]
    slices += sorted(chinese.glob("noto-sans-sc-[0-9]*-400-normal.woff"))
    parts = list(_parts(slices, known, packages))
    _save(Merger().merge(parts), MORE, "Regular", 400)
    shutil.copy(packages / "noto-sans-sc" / "package" / "LICENSE", FONTS / "LICENSE.txt")


def _parts(slices: list[Path], known: set[int], folder: Path) -> list[str]:
    """Of each slice the characters that no font before it has."""
    parts = []
    for number, path in enumerate(slices):
        font = TTFont(path)
        wanted = set(font.getBestCmap()) - known
        if not wanted:
            continue
        known |= wanted
        options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=["*"])
        options.drop_tables += _MANY_TABLES
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = None
        parts.append(str(folder / f"part-{number}.ttf"))
        font.save(parts[-1])
    return parts


def _save(font: TTFont, family: str, style: str, weight: int) -> None:
    name, plain = font["name"], family.replace(" ", "")
    name.names = [record for record in name.names if record.nameID in (0, 13, 14)]
    for number, value in {1: family, 2: style, 4: f"{family} {style}", 6: f"{plain}-{style}"}.items():
        name.setName(value, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if weight == _BOLD else 0x40)
    font["head"].macStyle = int(weight == _BOLD)
    if "STAT" in font:
        del font["STAT"]
    font.flavor = None
    font.save(FONTS / f"{plain}-{style}.ttf")


if __name__ == "__main__":
    build(Path(sys.argv[1]))

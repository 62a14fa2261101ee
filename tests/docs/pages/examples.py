"""docs/examples.md: each file of examples/ with who she is and what the program decides."""

from __future__ import annotations

from pathlib import Path

from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine
from carrywell.knowledge.case_file import read_case_file
from carrywell.report.as_json import Json, JsonReport
from tests.docs.pages.markdown import bullets, code, page
from tests.lib.tree import ROOT

UNANSWERED = "no"


def example_files() -> list[Path]:
    return sorted((ROOT / "examples").glob("*.yaml"))


def written(engine: Engine) -> dict[str, str]:
    intro = (
        "People like those in web articles about back pain in pregnancy, each as a [case file](reference/case-file.md) "
        "in `examples/`. The results are those of `carrywell check FILE --unanswered no --json`: what the file leaves "
        "open counts as no."
    )
    parts = [_entry(path, engine) for path in example_files()]
    return {"docs/examples.md": page("Examples", intro, *parts)}


def result_of(path: Path, engine: Engine) -> Json:
    case = read_case_file(path, engine.knowledge)
    report = JsonReport(engine.knowledge, engine.voice())
    return report.of(check_case(engine, case, UNANSWERED), UNANSWERED)


def story_of(path: Path) -> str:
    """The comment at the top of the file: who she is."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# "))
    return " ".join(lines)


def _entry(path: Path, engine: Engine) -> str:
    found = result_of(path, engine)
    title = path.stem.replace("-", " ").capitalize()
    return f"## {title}\n\n{story_of(path)}\n\n{bullets(_lines(found))}\n\nFile: [{path.name}](../examples/{path.name})"


def _lines(found: Json) -> list[str]:
    care, pain = found["care"], found["pain_class"]
    also = f"; could also be {code(pain['also'])}" if pain["also"] else ""
    because = ", ".join(f"`{reason['finding']}`" for reason in care["because"])
    return [
        f"Level: `{care['level']}`. {care['title']}",
        f"Doors: {code(care['doors']) or 'none'}",
        f"Say: “{care['say']}”",
        f"Because of: {because}" if because else "Because of: no danger sign",
        f"Probably: `{pain['likely']}`{also}",
        f"Causes: {'; '.join(_cause(cause) for cause in found['causes'])}",
        f"Today: {'; '.join(entry['title'] for entry in found['plan']['today']) or 'nothing but being seen'}",
        f"Look again: in {found['recheck']['in_hours']} hours (`{found['recheck']['id']}`)",
    ]


def _cause(cause: Json) -> str:
    return f"{cause['says'].split('. ')[0].rstrip('.')} (`{cause['id']}`)"

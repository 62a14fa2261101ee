"""The engine for a command, or one clear message."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carrywell.cli.output import refuse
from carrywell.knowledge.reader import KB

if TYPE_CHECKING:
    from carrywell.app.engine import Engine


def engine_or_refuse(kb: Path = KB) -> Engine:
    from carrywell.app.engine import open_engine
    from carrywell.knowledge.faults import Faulty

    try:
        return open_engine(kb)
    except Faulty as faulty:
        refuse(f"the knowledge base is faulty (carrywell knowledge check):\n{faulty}")
    except FileNotFoundError as error:
        refuse(str(error))

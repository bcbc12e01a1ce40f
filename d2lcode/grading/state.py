"""What is remembered between commands, in `.d2lcode/state.json`.

How many hints of each exercise were asked for, and how each was last
graded.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.results import FAILED, UNSOLVED, Result, best


def load(root: Path) -> dict[str, Any]:
    """Read the state; a file that cannot be read is put aside."""
    path = _path(root)
    try:
        found = json.loads(path.read_text("utf-8"))
        return {"hints": dict(found["hints"]), "grades": dict(found["grades"])}
    except FileNotFoundError:
        pass
    except (ValueError, KeyError, TypeError):
        path.replace(path.with_suffix(".unreadable.json"))
    return {"hints": {}, "grades": {}}


def _path(root: Path) -> Path:
    return root / ".d2lcode" / "state.json"


def save(root: Path, state: dict[str, Any]) -> None:
    """Write the state beside its place, then move it there."""
    path = _path(root)
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(state, file, indent=1, ensure_ascii=False)
    Path(name).replace(path)


@contextmanager
def changing(root: Path) -> Iterator[dict[str, Any]]:
    """Load the state, let it be changed, and save it."""
    state = load(root)
    yield state
    save(root, state)


def record(root: Path, results: Iterable[Result]) -> None:
    """Remember how answers were graded.

    An answer that failed has earned its first hint: it is shown with the
    failure, and `d2lcode hint` goes on from there.
    """
    with changing(root) as state:
        for result in best(results):
            state["grades"][result.exercise] = _grade(result)
            if result.status == FAILED:
                state["hints"].setdefault(result.exercise, 1)


def _grade(result: Result) -> dict[str, Any]:
    return {
        "variant": result.variant,
        "status": result.status,
        "earned": result.earned,
        "possible": result.possible,
        "when": datetime.now().isoformat(timespec="seconds"),
    }


def grade_of(state: dict[str, Any], exercise: Exercise) -> tuple[int, str]:
    """Give the points and the status that an exercise had last.

    The points are cut to what it is worth now, should it have changed.
    """
    known = state["grades"].get(exercise.id, {})
    earned = min(known.get("earned", 0), exercise.points)
    return earned, known.get("status", UNSOLVED)


def next_hint(root: Path, exercise: Exercise) -> tuple[int, str] | None:
    """Give the next hint, and remember that it was given.

    Returns:
        Its number, from 1, and its text; the last one again once all were
        given; None if there are none.
    """
    if not exercise.hints:
        return None
    with changing(root) as state:
        given = state["hints"].get(exercise.id, 0)
        number = min(given + 1, len(exercise.hints))
        state["hints"][exercise.id] = number
    return number, exercise.hints[number - 1]


def hint_line(root: Path, exercise: Exercise) -> str:
    """Quote the latest hint that was given, and say how to get another."""
    number = min(load(root)["hints"].get(exercise.id, 0), len(exercise.hints))
    if not exercise.hints:
        return ""
    more = f"d2lcode hint {exercise.id}"
    if number == 0:
        return f"Hints: {more}"
    line = f"Hint {number} of {len(exercise.hints)}: "
    line += exercise.hints[number - 1]
    last = number == len(exercise.hints)
    return line if last else f"{line}\nThe next one: {more}"

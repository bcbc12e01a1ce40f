"""What is remembered between commands, in `.d2lcode/state.json`.

How many hints of each exercise were asked for, and how each was last
graded. It is the reader's own record, which anyone can edit: reports are
made from answers graded anew, and never from it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.results import FAILED, UNSOLVED, Result, best

# What this process has warned of, by path.
WARNED: dict[Path, str] = {}


def load(root: Path) -> dict[str, Any]:
    """Read the state; a file that is damaged is put aside."""
    path = _path(root)
    with reported(root):
        try:
            return _checked(json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            pass
        except (ValueError, LookupError, TypeError, AttributeError):
            _put_aside(path)
    return {"hints": {}, "grades": {}}


def _path(root: Path) -> Path:
    return root / ".d2lcode" / "state.json"


def _checked(found: Any) -> dict[str, Any]:
    """Give the state, if everything in it is what it should be.

    Raises:
        ValueError: a value in it is not.
        LookupError: something is missing.
        AttributeError: something is no dictionary; so TypeError.
    """
    counts = [*found["hints"].values()]
    for grade in found["grades"].values():
        counts.append(grade["earned"])
        if not isinstance(grade["status"], str):
            raise ValueError(f"status {grade['status']!r}: expected a string")
    for number in counts:
        if type(number) is not int or number < 0:
            raise ValueError(f"{number!r}: expected a number from 0 on")
    return {"hints": found["hints"], "grades": found["grades"]}


def _put_aside(path: Path) -> None:
    aside = path.with_suffix(".unreadable.json")
    path.replace(aside)
    _warn(
        path,
        f"{path} was damaged and is now {aside.name}; hints and progress "
        "begin anew.",
    )


def _warn(path: Path, sentence: str) -> None:
    """Say what is wrong with a path, on standard error, and only once."""
    if path not in WARNED:
        WARNED[path] = f"Warning: {sentence}"
        print(WARNED[path], file=sys.stderr, flush=True)


@contextmanager
def reported(root: Path) -> Iterator[None]:
    """Let a folder that cannot be used cost a warning, and no result.

    What runs under it is left where it fails with an OSError.
    """
    try:
        yield
    except OSError as error:
        folder = root / ".d2lcode"
        _warn(
            folder,
            f"hints and progress are not remembered, because {folder} cannot "
            f"be used ({error.strerror}). Grading works all the same.",
        )


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
    """Load the state, let it be changed, and save it, one at a time."""
    with ExitStack() as stack:
        with reported(root):
            stack.enter_context(_alone(root))
        state = load(root)
        yield state
        with reported(root):
            save(root, state)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until no other process changes the state.

    The system frees the lock when the file is closed, also by a crash.
    Where a file system knows no locks, it goes on without.
    """
    path = _path(root).with_suffix(".lock")
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        with suppress(OSError):
            _lock(file)
        yield


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


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

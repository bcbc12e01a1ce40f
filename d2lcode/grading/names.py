"""What a reader may call an exercise."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path

from d2lcode.grading.catalogue import (
    Exercise,
    UnknownExerciseError,
    owner,
)
from d2lcode.grading.runner import Task, tasks


def choose(
    names: Sequence[str],
    exercises: Mapping[str, Exercise],
    backend: str | None = None,
) -> list[Task]:
    """Find the answers that names stand for.

    Args:
        names: ids (`mnist/softmax`), their last part (`softmax`), topics
            (`mnist`), files or folders; none means all.
        exercises: by id.
        backend: "torch" or "paddle" to choose only that variant.

    Raises:
        UnknownExerciseError: nothing has such a name; tells the closest.
    """
    if not names:
        return tasks(exercises.values(), backend)
    chosen: list[Task] = []
    for name in names:
        found = _one(name, exercises, backend)
        chosen += [task for task in found if task not in chosen]
    return chosen


def _one(
    name: str, exercises: Mapping[str, Exercise], backend: str | None
) -> list[Task]:
    path = Path(name)
    is_file = path.suffix == ".py" and path.is_file()
    if answered := is_file and owner(path, exercises):
        return [(*answered, path.resolve())]
    return tasks(find(name, exercises), backend)


def find(name: str, exercises: Mapping[str, Exercise]) -> list[Exercise]:
    """Find the exercises of a name, which may be a topic.

    Raises:
        UnknownExerciseError: there are none; tells the closest names.
    """
    plain = _plain(name)
    if not name:
        raise UnknownExerciseError(_unknown(name, plain, exercises))
    for test in (_is_id, _is_topic, _is_name):
        if found := [e for e in exercises.values() if test(e, plain)]:
            return found
    raise UnknownExerciseError(_unknown(name, plain, exercises))


def one(name: str, exercises: Mapping[str, Exercise]) -> Exercise:
    """Find the one exercise of a name.

    Raises:
        UnknownExerciseError: there is none, or there are several.
    """
    found = find(name, exercises)
    if len(found) == 1:
        return found[0]
    ids = ", ".join(e.id for e in found)
    raise UnknownExerciseError(f"{name} is more than one exercise: {ids}")


def _plain(name: str) -> str:
    """Take an id out of a path: exercises/mnist/softmax.py."""
    parts = (Path(name).parent / Path(name).stem).parts
    if "exercises" in parts:
        parts = parts[len(parts) - parts[::-1].index("exercises") :]
    if not parts and Path(name).resolve().parent.name == "exercises":
        parts = (Path(name).resolve().name,)
    stem = "/".join(parts).removeprefix("solutions/")
    return "/".join(p.removeprefix("test_") for p in stem.split("/")).lower()


def _is_id(exercise: Exercise, name: str) -> bool:
    return name in (exercise.id, *_spellings(exercise, exercise.id))


def _is_topic(exercise: Exercise, name: str) -> bool:
    return name in (exercise.topic, "")


def _is_name(exercise: Exercise, name: str) -> bool:
    return name in (exercise.name, *_spellings(exercise, exercise.name))


def _spellings(exercise: Exercise, name: str) -> list[str]:
    """Accept hyphens, and the names of the files."""
    return [name.replace("_", "-")] + [
        f"{name}_{v}" for v in exercise.variants if v
    ]


def _unknown(name: str, plain: str, exercises: Mapping[str, Exercise]) -> str:
    short = {e.name: e.id for e in exercises.values()}
    known = [*exercises, *short, *{e.topic for e in exercises.values()}]
    close = difflib.get_close_matches(plain, known, n=3, cutoff=0.5)
    close = list(dict.fromkeys(short.get(c, c) for c in close))
    if not close:
        topics = ", ".join(dict.fromkeys(e.topic for e in exercises.values()))
        return (
            f"there is no exercise {name!r}; `d2lcode progress TOPIC` lists "
            f"those of a topic ({topics})"
        )
    return f"there is no exercise {name!r}; close to it: {', '.join(close)}"

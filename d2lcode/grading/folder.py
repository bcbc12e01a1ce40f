"""Make a folder of exercises from the package: `d2lcode init FOLDER`.

It gets the starters by topic. Graders stay in the package, and what is in
the folder is never written over: making it again adds what is new.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from d2lcode import __version__
from d2lcode.grading.catalogue import Exercise, find
from d2lcode.grading.display import by_topic, count
from d2lcode.grading.places import MARK, is_book, is_made, shipped

FRAME = {
    MARK: f"""\
# `d2lcode init` made this folder. Keep this file: by it the commands and
# pytest know that the exercises here are graded by the package d2lcode.
made_by = "d2lcode {__version__}"
""",
    "pytest.ini": """\
[pytest]
# It is here so that the settings of a folder above do not reach this one.
""",
    "README.md": """\
# Deep Learning, Side by Side: the exercises

Each file in `exercises/` begins with its task. Write your answer into it,
then ask what is still wrong with it:

```console
$ d2lcode progress                     what there is, and what you have done
$ d2lcode progress regression          the exercises of one topic
$ d2lcode check regression/normalise   grade one exercise, a topic, or all
$ d2lcode hint regression/normalise    a little help, then a little more
$ d2lcode watch                        grade whatever you save
$ d2lcode reset regression/normalise   the starter again; yours is kept
```

`pytest exercises/regression/normalise.py` does what `check` does. A task
for a framework has a file that ends in `_torch` and one that ends in
`_paddle`; either one solved earns its points.

After `pip install --upgrade d2lcode`, `d2lcode init .` adds exercises that
are new, and leaves every file that is here as it is. The file
`d2lcode.toml` marks this folder; hints and grades are in `.d2lcode/`.
""",
}


class CannotMakeError(ValueError):
    """The folder cannot be made; says why, and what is in the way."""


@dataclass(frozen=True)
class Made:
    """What `make` has done: the folder, and the exercises that it wrote.

    `again` is true if the folder had been made before.
    """

    folder: Path
    added: tuple[Exercise, ...]
    again: bool


def make(folder: Path, topics: Sequence[str] = ()) -> Made:
    """Write starters into a new folder, or the missing ones into an old.

    Args:
        folder: where; it is made, with the folders above it.
        topics: only these.

    Raises:
        CannotMakeError: there is no such topic; or the folder is the book's
            own, or a file; or it holds files that are not from here, with
            names that are needed. Nothing is written then.
        OSError: it cannot be written.
    """
    folder = folder.expanduser().resolve()
    exercises = [e for e in _shipped() if not topics or e.topic in topics]
    _know(topics)
    files = _files(folder, exercises)
    again = is_made(folder)
    if not again:
        _refuse(folder, [*files, *(folder / name for name in FRAME)])
    _write_frame(folder)
    missing = {path for path in files if not path.exists()}
    for path in missing:
        _write(path, files[path].read_bytes())
    added = [e for e in exercises if missing & _paths(folder, e).keys()]
    return Made(folder, tuple(added), again)


def _shipped() -> list[Exercise]:
    return [*find(shipped()).values()]


def _know(topics: Iterable[str]) -> None:
    known = by_topic(_shipped())
    for topic in topics:
        if topic not in known:
            close = difflib.get_close_matches(topic, known, n=1)
            meant = f"; close to it: {close[0]}" if close else ""
            raise CannotMakeError(
                f"there is no topic {topic!r}: expected one of "
                f"{', '.join(known)}{meant}"
            )


def _files(folder: Path, exercises: Iterable[Exercise]) -> dict[Path, Path]:
    """Map each file to be written to the starter that it is a copy of."""
    return {k: v for e in exercises for k, v in _paths(folder, e).items()}


def _paths(folder: Path, exercise: Exercise) -> dict[Path, Path]:
    place = folder / "exercises" / exercise.topic
    return {place / p.name: p for p in exercise.starters.values()}


def _refuse(folder: Path, wanted: Iterable[Path]) -> None:
    if is_book(folder):
        raise CannotMakeError(
            f"{folder} is the book's own folder: its exercises are in "
            "exercises/ already"
        )
    if folder.exists() and not folder.is_dir():
        raise CannotMakeError(f"{folder} is a file: name a folder")
    there = [p.relative_to(folder) for p in wanted if os.path.lexists(p)]
    if there:
        names = ", ".join(map(str, there[:3]))
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise CannotMakeError(
            f"{folder} was not made by `d2lcode init`, and holds {names}"
            f"{more}: nothing was written. Name another folder"
        )


def _write_frame(folder: Path) -> None:
    """Write what stands around the exercises.

    The mark comes first: should it be interrupted, the next time goes on.
    """
    for name in FRAME:
        if not (folder / name).exists():
            _write(folder / name, FRAME[name].encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def told(made: Made) -> str:
    """Say what was done, and what to type next."""
    if not made.added:
        return f"Nothing new for {made.folder}: all is there, as it was."
    new = count(len(made.added), "exercise")
    if made.again:
        return f"Added {new} to {made.folder}; the others are as they were."
    topics = count(len(by_topic(made.added)), "topic")
    first = min(made.added, key=lambda e: (e.difficulty, e.minutes)).id
    return (
        f"Made {made.folder}: {new} of {topics}.\n"
        f'Begin with: cd "{made.folder}", then d2lcode progress, '
        f"d2lcode check {first}"
    )

"""The pytest plugin: `pytest exercises/mnist/softmax.py` grades an answer.

Pytest loads this file in every run on this machine, so it imports nothing
until an exercise is met.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

KEPT = ("wrong", "right")  # beside the graders, to prove them


def is_answer(path: Path) -> bool:
    """Tell a reader's file, a solution or a kept answer by its place."""
    if path.suffix != ".py":
        return False
    if path.parent.name in KEPT:
        return is_grader(path.parent.with_name("test_.py"))
    folder = path.parent.parent
    return folder.name in ("exercises", "solutions") and _is_root(
        folder.parent
    )


def is_handed_in(path: Path) -> bool:
    """Tell a file somewhere in the book's folder that is named as an answer.

    So lie what several people handed in: alice/mnist/softmax.py.
    """
    book = next(filter(_is_book, path.parents), None)
    if book is None or path.suffix != ".py":
        return False
    if path.is_relative_to(book / "tests"):
        return False
    stem = path.stem.partition("__")[0]
    names = {stem, stem.removesuffix("_torch"), stem.removesuffix("_paddle")}
    folder = book / "tests" / "exercises" / path.parent.name
    return any((folder / f"test_{name}.py").is_file() for name in names)


def is_grader(path: Path) -> bool:
    """Tell a grader by its place: tests/exercises/mnist/test_softmax.py."""
    folder = path.parent.parent
    return (
        path.name.startswith("test_")
        and (folder.name, folder.parent.name) == ("exercises", "tests")
        and _is_book(folder.parent.parent)
    )


def _is_root(folder: Path) -> bool:
    """Tell the book's folder, or one that `d2lcode init` made."""
    return (folder / "d2lcode.toml").is_file() or _is_book(folder)


def _is_book(folder: Path) -> bool:
    return (folder / "exercises").is_dir() and (
        folder / "tests" / "exercises"
    ).is_dir()


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Collect the answers in a folder that was named."""
    named = parent.session.isinitpath(file_path)
    if named or not is_answer(file_path) or file_path.parent.name in KEPT:
        return None
    from d2lcode.grading.collect import collector

    return collector(parent, file_path)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Collect an answer that was named, or a grader, as its exercise."""
    named = parent.session.isinitpath(module_path)
    ours = is_answer(module_path) or is_grader(module_path)
    if not ours and not (named and is_handed_in(module_path)):
        return None
    from d2lcode.grading.collect import collector

    return collector(parent, module_path)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Let the folder `exercises` be named, though runs do not enter it."""
    is_exercises = collection_path.name == "exercises"
    if is_exercises and _is_root(collection_path.parent):
        return False
    return None


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show the points, if answers were graded."""
    collect = sys.modules.get("d2lcode.grading.collect")
    if collect and (results := config.stash.get(collect.RESULTS, None)):
        collect.summarise(terminalreporter, results)

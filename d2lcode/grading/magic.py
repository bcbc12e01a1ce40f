"""The commands of a notebook: `%%check`, `%hint` and `%starter`.

`%load_ext d2lcode` brings them. IPython is imported only by IPython.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from d2lcode.grading import cell as cells
from d2lcode.grading import names, state
from d2lcode.grading.catalogue import (
    BACKENDS,
    CatalogueError,
    Exercise,
    UnknownExerciseError,
    find,
)
from d2lcode.grading.needs import missing
from d2lcode.grading.places import home
from d2lcode.grading.results import PASSED, Result
from d2lcode.grading.shown import Note, Report
from d2lcode.grading.starters import NoStarterError

REFUSED = (
    CatalogueError,
    NoStarterError,
    UnknownExerciseError,
    cells.NoVariantError,
)


def load(shell: Any) -> None:
    """Give a notebook its commands."""
    notebook = Notebook(shell)
    shell.register_magic_function(notebook.check, "line_cell", "check")
    shell.register_magic_function(notebook.hint, "line", "hint")
    shell.register_magic_function(notebook.starter, "line", "starter")


class Notebook:
    """The commands, in one notebook.

    Args:
        shell: IPython's, in which the notebook's names live.
    """

    def __init__(self, shell: Any) -> None:
        self.shell = shell

    def check(self, line: str, cell: str | None = None) -> None:
        """Grade this cell: %%check EXERCISE [--backend torch|paddle].

        The code below the first line is the answer. It is graded alone, in
        a process of its own; then the notebook knows its names as well.
        """
        with self._refusing():
            if cell is None:
                raise CatalogueError(
                    "%%check is the first line of a cell, with two percent "
                    "signs; the answer stands below it. A file is graded by: "
                    f"!d2lcode check {line}".rstrip()
                )
            exercise, variant = self._asked(line, cell)
            self._check(exercise, variant, cell)

    def _check(self, exercise: Exercise, variant: str, code: str) -> None:
        if cells.untouched(exercise, variant, code):
            result = cells.not_begun(exercise, variant)
            self._show(Report(result, exercise))
            return
        _need_runner()
        with self._busy(f"Grading {exercise.id} …") as show:
            known = set(self.shell.user_ns)
            result = cells.grade(exercise, variant, code, known)
            hint = state.hint_line(exercise.home, exercise)
            show(Report(result, exercise, hint))
        self._define(code, result)

    def hint(self, line: str) -> None:
        """Give the next hint: %hint EXERCISE."""
        with self._refusing():
            exercise, _ = self._asked(line)
            given = state.next_hint(exercise.home, exercise)
            if given is None:
                self._show(Note(f"{exercise.id} has no hints."))
                return
            number, text = given
            of = len(exercise.hints)
            self._show(Note(f"Hint {number} of {of}: {text}"))

    def starter(self, line: str) -> None:
        """Put the starter into a new cell: %starter EXERCISE."""
        with self._refusing():
            exercise, variant = self._asked(line, "")
            self.shell.set_next_input(cells.opening(exercise, variant))
            self._show(Note(f"The starter of {exercise.id} is in a new cell."))

    def _asked(
        self, line: str, code: str | None = None
    ) -> tuple[Exercise, str]:
        """Find the exercise, and the variant, if there is code for it."""
        name, backend = parse(line)
        exercise = names.one(name, find(home()))
        if code is None:
            return exercise, ""
        return exercise, cells.variant_of(exercise, code, backend, name)

    @contextlib.contextmanager
    def _refusing(self) -> Iterator[None]:
        """Say in one sentence what cannot be done.

        Raises:
            UsageError: with that sentence; IPython shows no more of it.
        """
        try:
            yield
        except REFUSED as error:
            from IPython.core.error import UsageError

            raise UsageError(str(error.args[0])) from error

    @contextlib.contextmanager
    def _busy(self, text: str) -> Iterator[Callable[[Report], None]]:
        """Show a sign of life, until something takes its place."""
        handle = self._show(Note(text), display_id=True)
        try:
            yield handle.update
        except BaseException:
            handle.update(Note("Not graded: it was interrupted."))
            raise

    def _show(self, what: Note | Report, **options: Any) -> Any:
        from IPython.display import display

        return display(what, **options)

    def _define(self, code: str, result: Result) -> None:
        """Let the notebook know what the answer defines.

        An answer that had to be stopped is not run again here, and one that
        raises has been told so in its report.
        """
        try:
            text = cells.definitions(code) if cells.stopped(result) else code
            name = self.shell.compile.cache(text)
            exec(compile(text, name, "exec"), self.shell.user_ns)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            if result.status == PASSED:
                kind = type(error).__name__
                self._show(Note(f"In the notebook it raised {kind}: {error}"))


def parse(line: str) -> tuple[str, str | None]:
    """Take apart what follows a command: an exercise, and a backend.

    Raises:
        CatalogueError: there is no exercise, or something else.
    """
    words = line.replace("--backend=", "--backend ").split()
    backend = None
    if "--backend" in words:
        place = words.index("--backend")
        backend = "".join(words[place + 1 : place + 2])
        del words[place : place + 2]
        if backend not in BACKENDS:
            raise CatalogueError(
                f"--backend {backend}: expected {' or '.join(BACKENDS)}"
            )
    if len(words) != 1:
        raise CatalogueError(
            f"{line.strip()!r}: expected one exercise, such as "
            "regression/normalise, and perhaps --backend torch"
        )
    return words[0], backend


def _need_runner() -> None:
    if absent := missing():
        raise CatalogueError(
            f"grading needs {', '.join(absent)}, not installed here: run "
            f"%pip install {' '.join(absent)}"
        )

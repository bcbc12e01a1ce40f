"""A cell of a notebook as an answer: graded like a file, by the same runner.

The cell becomes a file of its own, with its lines numbered as the notebook
numbers them. It runs alone: what other cells define is not there.
"""

from __future__ import annotations

import ast
import re
import tempfile
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from d2lcode.grading import starters, state
from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.results import NOT_RUN, UNSOLVED, Outcome, Result

CELL = "this cell"
FILE = f"{CELL}.py"
NOT_PYTHON = re.compile(r"^Python cannot read .*:\n\s+[%!]")
NAME_ERROR = re.compile(r"a NameError: name '(\w+)' is not defined")
RESET = re.compile(r"`d2lcode reset` brings the starter back[^.]*\.")


class NoVariantError(ValueError):
    """It is not known which framework's variant a cell answers."""


def starter(exercise: Exercise, variant: str) -> str:
    """Give the code that a cell holds at first: all but the task's text.

    Raises:
        NoStarterError: the starter cannot be found.
    """
    starters.keep(exercise.home, exercise)
    source = starters.pristine(exercise.home, exercise, variant)
    return without_task(source)


def opening(exercise: Exercise, variant: str, source: str = "") -> str:
    """Give the whole cell that waits for an answer, its first line as well.

    Args:
        exercise: to be answered.
        variant: "", "torch" or "paddle".
        source: the starter, where it is known.
    """
    code = without_task(source) if source else starter(exercise, variant)
    backend = f" --backend {variant}" if variant else ""
    return f"%%check {exercise.id}{backend}\n{code}"


def without_task(source: str) -> str:
    """Cut the docstring at the top of a module."""
    first = ast.parse(source).body[0]
    lines = source.splitlines()
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines = lines[first.end_lineno :]
    return "\n".join(lines).strip("\n")


def variant_of(
    exercise: Exercise, code: str, backend: str | None, name: str = ""
) -> str:
    """Say which variant of an exercise a cell answers.

    Args:
        exercise: what it answers.
        code: of the cell.
        backend: `torch` or `paddle`, if that was said.
        name: what the exercise was called, perhaps `lenet_torch`.

    Raises:
        NoVariantError: it was not said, and the cell imports neither
            framework, or both.
    """
    choices = exercise.variants
    if choices == ("",):
        return ""
    said = backend or next((b for b in choices if name.endswith(f"_{b}")), "")
    found = [said] if said else [b for b in choices if b in imports(code)]
    if len(found) == 1 and found[0] in choices:
        return found[0]
    raise NoVariantError(
        f"{exercise.id} is answered in {' or '.join(choices)}: say which, as "
        f"in %%check {exercise.id} --backend {choices[0]}"
    )


def imports(code: str) -> set[str]:
    """Name the packages that a cell imports; none if it does not parse."""
    try:
        nodes = [*ast.walk(ast.parse(code))]
    except (SyntaxError, ValueError):
        return set()
    plain = [n.names for n in nodes if isinstance(n, ast.Import)]
    names = [alias.name for group in plain for alias in group]
    names += [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def untouched(exercise: Exercise, variant: str, code: str) -> bool:
    """Tell whether a cell holds the starter and nothing else."""
    if not code.strip() or starters.untouched(code):
        return True
    try:
        given = starter(exercise, variant)
    except starters.NoStarterError:
        return False
    return code.split() == given.split()


def grade(
    exercise: Exercise, variant: str, code: str, elsewhere: Container[str] = ()
) -> Result:
    """Grade a cell, and remember how it went.

    Args:
        exercise: what it answers.
        variant: "", "torch" or "paddle".
        code: what stands below the line `%%check …`.
        elsewhere: the names that the notebook knows from other cells.
    """
    from d2lcode.grading import runner  # needs the extra `exercises`

    exercise.home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="d2lcode-") as folder:
        path = Path(folder).resolve() / FILE
        path.write_text(f"# %%check\n{code}\n", encoding="utf-8")
        result = runner.grade(exercise, variant, path)
    state.record(exercise.home, [result])
    told = [_told(o, path, exercise.id, elsewhere) for o in result.outcomes]
    return replace(result, answer=CELL, outcomes=tuple(told))


def not_begun(exercise: Exercise, variant: str) -> Result:
    """Give the result of a cell that holds the starter; not remembered."""
    message = (
        "Not begun yet: write your answer into this cell, below its first "
        "line, and run it."
    )
    outcomes = tuple(
        Outcome(test, worth, UNSOLVED, message)
        for test, worth in exercise.tests.items()
    )
    return Result(exercise.id, variant, CELL, outcomes)


def _told(
    outcome: Outcome, path: Path, exercise: str, elsewhere: Container[str]
) -> Outcome:
    """Speak of the cell where the grader speaks of the file."""
    message = _of_cell(outcome.message, path)
    again = f"`%starter {exercise}` brings the starter back."
    message = RESET.sub(again, message)
    if NOT_PYTHON.search(message):
        message += (
            "\nAn answer is plain Python: lines that begin with % or ! belong "
            "in a cell of their own."
        )
    missing = NAME_ERROR.search(message)
    if missing and missing[1] in elsewhere:
        message += (
            f"\n`{missing[1]}` comes from another cell. An answer is graded "
            "alone, in a process of its own: put all that it needs into its "
            "own cell, imports as well."
        )
    printed = _of_cell(outcome.printed, path)
    return replace(outcome, message=message, printed=printed)


def _of_cell(text: str, path: Path) -> str:
    """Call the file the cell, and begin a line with a capital."""
    text = text.replace(str(path), CELL).replace(FILE, CELL)
    return re.sub(rf"^{CELL}", CELL.capitalize(), text, flags=re.M)


def stopped(result: Result) -> bool:
    """Tell whether an answer had to be stopped, or ended its process."""
    return any(
        o.status == NOT_RUN or "so it was stopped" in o.message
        for o in result.outcomes
    )


def definitions(code: str) -> str:
    """Keep of a cell what defines something, and no line that runs."""
    kinds = (
        ast.Import,
        ast.ImportFrom,
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
    )
    tree = ast.parse(code)
    tree.body = [node for node in tree.body if isinstance(node, kinds)]
    return ast.unparse(tree)

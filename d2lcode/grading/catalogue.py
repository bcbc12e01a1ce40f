"""Every exercise of the book, read from its files without running them.

An exercise is there when its grader is: `tests/exercises/mnist/
test_softmax.py` makes `mnist/softmax`. The other files are found by name:

    exercises/<topic>/<name>[_torch|_paddle].py            starter, or answer
    solutions/<topic>/<name>[_torch|_paddle].py            reference answer
    tests/exercises/<topic>/wrong/<name>[_…]__<slug>.py    wrong answers
    tests/exercises/<topic>/right/<name>[_…]__<slug>.py    other right ones

In a folder that `d2lcode init` made, only the answers are the folder's; the
rest is in the book that the package brings along.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from d2lcode.grading.places import CatalogueError, find_root, is_root, source
from d2lcode.grading.reading import read_source

__all__ = [
    "BACKENDS",
    "SECONDS",
    "VARIANTS",
    "CatalogueError",
    "Exercise",
    "RightAnswer",
    "UnknownExerciseError",
    "WrongAnswer",
    "docstring",
    "find",
    "find_root",
    "is_root",
    "owner",
    "with_variant",
]

BACKENDS = ("torch", "paddle")
VARIANTS = ("", *BACKENDS)
SECONDS = {"": 30.0, "torch": 90.0, "paddle": 90.0}

_DOCSTRING = re.compile(
    r"\A(?:\s|#[^\n]*\n)*([rR]?)(\"\"\"|''')(.*?)\2", re.DOTALL
)
_META = re.compile(
    r"^Minutes:\s*(\d+)\s*·\s*Difficulty:\s*([123])\s*$", re.MULTILINE
)


class UnknownExerciseError(LookupError):
    """No exercise has this name."""


@dataclass(frozen=True)
class WrongAnswer:
    """A plausible mistake, and what the grader must say about it."""

    path: Path
    variant: str
    slug: str
    summary: str
    caught_by: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class RightAnswer:
    """An answer that is right in a way of its own, and must stay so."""

    path: Path
    variant: str
    slug: str
    summary: str


@dataclass(frozen=True)
class Exercise:
    """One exercise; the mappings' keys are "", "torch" or "paddle".

    `trains` says in a few words what the exercise is good for.
    `tests` maps each of the grader's tests to what it is worth, `seconds`
    each variant to the time limit of an answer. `home` is the reader's
    folder, `originals` are the package's starters, if it is a made one.
    """

    id: str
    topic: str
    name: str
    title: str
    trains: str
    statement: str
    minutes: int
    difficulty: int
    tests: Mapping[str, int]
    hints: tuple[str, ...]
    starters: Mapping[str, Path]
    solutions: Mapping[str, Path]
    grader: Path
    wrong: tuple[WrongAnswer, ...]
    right: tuple[RightAnswer, ...]
    seconds: Mapping[str, float]
    home: Path
    originals: Mapping[str, Path]

    @property
    def points(self) -> int:
        """The sum of what the grader's tests are worth."""
        return sum(self.tests.values())

    @property
    def variants(self) -> tuple[str, ...]:
        """Those that the exercise has: ("",), or by backend."""
        return tuple(v for v in VARIANTS if v in self.starters)


def find(root: Path | str | None = None) -> dict[str, Exercise]:
    """Read all exercises, by id, in the order of their names.

    Args:
        root: the reader's folder; found from the current one by default. Of
            a made one, the topics that it has; of one without answers, all.

    Raises:
        CatalogueError: a grader, a wrong answer or a starter's line of
            minutes cannot be read; says which file and line.
    """
    root = Path(root) if root else find_root()
    book = source(root)
    graders = sorted((book / "tests" / "exercises").glob("*/test_*.py"))
    found = (_read(root, book, g) for g in graders if _has_topic_of(root, g))
    return {exercise.id: exercise for exercise in found}


def _has_topic_of(root: Path, grader: Path) -> bool:
    folder = root / "exercises"
    return (folder / grader.parent.name).is_dir() or not folder.is_dir()


def _read(root: Path, book: Path, grader: Path) -> Exercise:
    topic, name = grader.parent.name, grader.stem.removeprefix("test_")
    solutions = _by_variant(book / "solutions" / topic, name)
    originals = _by_variant(book / "exercises" / topic, name)
    starters = {
        v: root / "exercises" / topic / path.name
        for v, path in (solutions or originals).items()
    }
    title, statement, minutes, difficulty = _task(originals, name)
    tree = _parse(grader)
    given = _constants(tree, grader)
    limit = given.get("SECONDS")
    return Exercise(
        id=f"{topic}/{name}",
        topic=topic,
        name=name,
        title=title,
        trains=given.get("TRAINS", ""),
        statement=statement,
        minutes=minutes,
        difficulty=difficulty,
        tests=dict(_points(tree, grader)),
        hints=tuple(given.get("HINTS", ())),
        starters=starters,
        solutions=solutions,
        grader=grader,
        wrong=tuple(_wrong(grader.parent / "wrong", name)),
        right=tuple(_right(grader.parent / "right", name)),
        seconds={v: float(limit or SECONDS[v]) for v in starters},
        home=root,
        originals=originals if book != root else {},
    )


def _by_variant(folder: Path, name: str) -> dict[str, Path]:
    paths = {v: folder / f"{with_variant(name, v)}.py" for v in VARIANTS}
    return {v: path for v, path in paths.items() if path.is_file()}


def with_variant(name: str, variant: str) -> str:
    """Give the stem of a file: `lenet` and `torch` make `lenet_torch`."""
    return f"{name}_{variant}" if variant else name


def docstring(text: str) -> str:
    """Take a module's docstring, even where its code does not parse."""
    match = _DOCSTRING.match(text)
    if match is None:
        return ""
    raw, quotes, body = match.groups()
    if raw:
        return body.strip()
    try:
        return str(ast.literal_eval(f"{quotes}{body}{quotes}")).strip()
    except (SyntaxError, ValueError):
        return body.strip()


def _task(
    starters: Mapping[str, Path], name: str
) -> tuple[str, str, int, int]:
    """Take title, statement, minutes and difficulty from a docstring.

    A reader may have deleted or broken it: then there is less to show, but
    the answer can still be graded.
    """
    for path in starters.values():
        if path.is_file():
            text = docstring(read_source(path, "replace"))
            if meta := _META.search(text):
                title, _, rest = text.partition("\n")
                statement = _META.sub("", rest).strip()
                return (
                    title.strip().rstrip("."),
                    statement,
                    int(meta[1]),
                    int(meta[2]),
                )
    return name.replace("_", " ").capitalize(), "", 0, 1


def _parse(path: Path) -> ast.Module:
    try:
        return ast.parse(read_source(path), str(path))
    except SyntaxError as error:
        line = error.lineno or 1  # bytes that are no text have none
        raise CatalogueError(f"{path}:{line}: {error.msg}") from error


def _constants(tree: ast.Module, path: Path) -> dict[str, Any]:
    """Read the grader's TRAINS, HINTS and SECONDS."""
    found: dict[str, Any] = {}
    for node in tree.body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="TRAINS" | "HINTS" | "SECONDS" as name)]
            ):
                found[name] = _literal(node.value, path)
    return found


def _literal(node: ast.expr, path: Path) -> Any:
    try:
        return ast.literal_eval(node)
    except ValueError as error:
        raise CatalogueError(
            f"{path}:{node.lineno}: a plain value was expected here, "
            "because it is read without running the file"
        ) from error


def _points(tree: ast.Module, path: Path) -> Iterator[tuple[str, int]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            worth = [_worth(d) for d in node.decorator_list]
            known = [n for n in worth if n is not None]
            if not known:
                raise CatalogueError(
                    f"{path}:{node.lineno}: {node.name} has no @points(n)"
                )
            yield node.name, known[0]


def _worth(decorator: ast.expr) -> int | None:
    match decorator:
        case ast.Call(
            func=ast.Name(id="points"), args=[ast.Constant(value=int(n))]
        ):
            return n
    return None


def _answers(folder: Path, name: str) -> Iterator[tuple[Path, str]]:
    """Find the files `<name>__<slug>.py`, each with its variant."""
    for variant in VARIANTS:
        stem = with_variant(name, variant)
        for path in sorted(folder.glob(f"{stem}__*.py")):
            yield path, variant


def _right(folder: Path, name: str) -> Iterator[RightAnswer]:
    for path, variant in _answers(folder, name):
        summary = docstring(read_source(path)).partition("\n")[0]
        if not summary:
            raise CatalogueError(
                f"{path}:1: it needs a docstring whose first line says in "
                "what way this answer is right"
            )
        slug = path.stem.partition("__")[2]
        yield RightAnswer(path, variant, slug, summary)


def _wrong(folder: Path, name: str) -> Iterator[WrongAnswer]:
    for path, variant in _answers(folder, name):
        yield _wrong_answer(path, variant)


def _wrong_answer(path: Path, variant: str) -> WrongAnswer:
    text = docstring(read_source(path))
    caught = re.findall(r"^caught by:\s*(\S+)\s*$", text, re.MULTILINE)
    says = re.findall(r"^says:\s*(.+?)\s*$", text, re.MULTILINE)
    if len(caught) != 1 or not says:
        raise CatalogueError(
            f"{path}:1: its docstring needs one line 'caught by: test_…' "
            "and at least one line 'says: …'"
        )
    slug = path.stem.partition("__")[2]
    summary = text.partition("\n")[0]
    return WrongAnswer(path, variant, slug, summary, caught[0], tuple(says))


def owner(
    path: Path, exercises: Mapping[str, Exercise]
) -> tuple[Exercise, str] | None:
    """Tell whose answer a file is.

    It may be a starter, a solution, a wrong answer or another right one.

    Returns:
        The exercise and the variant; None when the file is no answer.
    """
    path = path.resolve()
    stem = path.stem.partition("__")[0]
    topic = path.parent.name
    if topic in ("wrong", "right"):
        topic = path.parent.parent.name
    for variant in VARIANTS:
        name = stem.removesuffix(with_variant("", variant))
        exercise = exercises.get(f"{topic}/{name}")
        if exercise and variant in exercise.starters:
            return exercise, variant
    return None

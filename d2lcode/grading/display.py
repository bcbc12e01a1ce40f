"""Results on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.results import (
    FAILED,
    NOT_RUN,
    PASSED,
    UNSOLVED,
    Outcome,
    Result,
    best,
    labels,
    total,
)
from d2lcode.grading.state import grade_of

SIGNS = {PASSED: "✓", FAILED: "✗", UNSOLVED: "·", NOT_RUN: "·"}
COLOURS = {PASSED: "green", FAILED: "red", UNSOLVED: "dim", NOT_RUN: "dim"}
BAR = 20


def console(**options: Any) -> Console:
    """Give a console that quotes what it is given, and guesses nothing."""
    return Console(highlight=False, markup=False, emoji=False, **options)


def bar(earned: int, possible: int, width: int = BAR) -> Text:
    """Draw points as a bar; only what is complete is full."""
    full = width * earned // possible if possible else 0
    return Text.assemble(("█" * full, "green"), ("░" * (width - full), "dim"))


def count(number: int, noun: str) -> str:
    """Put a number before a noun: “1 point”, “2 points”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def details(result: Result, exercise: Exercise, hint: str) -> RenderableType:
    """Show one answer test by test, with what to do about it."""
    parts: list[RenderableType] = [_head(result, exercise)]
    if result.status == UNSOLVED:
        parts.append(Text(f"  {result.outcomes[0].message}"))
    else:
        parts += _lines(result.outcomes)
    if result.status == FAILED and hint:
        parts.append(Padding(Text(hint, "yellow"), (0, 0, 0, 2)))
    parts.append(_score(result))
    return Group(*parts)


def _head(result: Result, exercise: Exercise) -> Text:
    return Text.assemble(
        (result.exercise, "bold"), f" · {exercise.title}\n{result.answer}"
    )


def _lines(outcomes: Iterable[Outcome]) -> Iterator[RenderableType]:
    """Show each test; a mistake that was named is not explained again."""
    said: set[str] = set()
    for outcome in outcomes:
        yield _line(outcome)
        reason = cause(outcome.message)
        if outcome.message and reason in said:
            yield Padding(Text("The same as above.", "dim"), (0, 0, 0, 6))
        elif outcome.message:
            yield _message(outcome)
        said.add(reason)


def likely(message: str) -> str:
    """Take the line that names the mistake; "" if there is none."""
    mark = "Likely mistake: "
    lines = [s for s in message.splitlines() if s.startswith(mark)]
    return lines[0].removeprefix(mark) if lines else ""


def cause(message: str) -> str:
    """Take what is wrong, without the values that it was found with."""
    if "expected" in message:
        return likely(message) or message
    return likely(message) or "\n".join(_told(message))


def _told(message: str) -> list[str]:
    """List the lines of a message that are neither call nor values."""
    lines = message.splitlines()
    return [s for s in lines if not s.startswith((" ", "I called"))]


def _line(outcome: Outcome) -> Text:
    sign = SIGNS[outcome.status]
    return Text.assemble(
        (f"  {sign} ", COLOURS[outcome.status]),
        f"{outcome.label}  ",
        (f"{outcome.earned}/{outcome.worth}", "dim"),
    )


def _message(outcome: Outcome) -> RenderableType:
    lines = [Text(outcome.message)]
    if outcome.printed:
        lines.append(Text(f"Your code printed:\n{outcome.printed}", "dim"))
    return Padding(Group(*lines), (0, 0, 0, 6))


def _score(result: Result) -> Text:
    points = count(result.possible, "point")
    text = Text("  ") + bar(result.earned, result.possible)
    return text + Text(f" {result.earned} of {points}")


def table(results: Sequence[Result]) -> RenderableType:
    """Show many answers, a line each, and their sum."""
    grid = _grid("sign", "id", "bar", "points")
    kept = best(results)
    for name, result in zip(labels(kept), kept, strict=True):
        grid.add_row(
            Text(SIGNS[result.status], COLOURS[result.status]),
            name,
            bar(result.earned, result.possible),
            Text(f"{result.earned}/{result.possible}"),
            Text(_note(result), "dim", overflow="ellipsis", no_wrap=True),
        )
    earned, possible = total(results)
    sums = bar(earned, possible)
    sums.append(f" {earned} of {count(possible, 'point')}")
    return Group(grid, Text(), sums)


def _grid(*whole: str) -> Table:
    """Give a table in which these columns are never cut, the next one is."""
    grid = Table(box=None, pad_edge=False, show_header=False)
    for name in whole:
        grid.add_column(name, no_wrap=True)
    grid.add_column()
    return grid


def _note(result: Result) -> str:
    """Say in a few words where an answer stands."""
    if result.status == PASSED:
        return ""
    if result.status == UNSOLVED:
        return "not begun"
    bad = next(o for o in result.outcomes if o.status != PASSED)
    return f"{bad.label}: {_gist(bad.message)}"


def _gist(message: str) -> str:
    """Take the most telling line of a message."""
    lines = message.splitlines() or [""]
    return likely(message) or (_told(message) or lines)[0]


def progress(
    exercises: Iterable[Exercise], state: Mapping[str, Any]
) -> RenderableType:
    """Show each topic's exercises as they were last graded."""
    grid = Table(box=None, pad_edge=False, show_header=False)
    earned = possible = 0
    for topic, members in by_topic(exercises).items():
        grades = [grade_of(dict(state), e) for e in members]
        got, of = sum(g for g, _ in grades), sum(e.points for e in members)
        solved = sum(status == PASSED for _, status in grades)
        row = f"{solved} of {count(len(members), 'exercise')}"
        grid.add_row(Text(topic, "bold"), bar(got, of), f"{got}/{of}", row)
        earned, possible = earned + got, possible + of
    sums = bar(earned, possible)
    sums.append(f" {earned} of {count(possible, 'point')}")
    return Group(grid, Text(), sums)


def listing(
    exercises: Iterable[Exercise], state: Mapping[str, Any]
) -> RenderableType:
    """Show exercises one by one, as they were last graded."""
    grid = _grid("sign", "id", "points", "length")
    for e in exercises:
        got, status = grade_of(dict(state), e)
        sign = Text(SIGNS.get(status, "·"), COLOURS.get(status, "dim"))
        level = "●" * e.difficulty + "○" * (3 - e.difficulty)
        length = f"{level} {e.minutes} min"
        grid.add_row(sign, e.id, f"{got}/{e.points}", length, e.title)
    return grid


def by_topic(exercises: Iterable[Exercise]) -> dict[str, list[Exercise]]:
    """Group exercises by topic."""
    topics: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        topics.setdefault(exercise.topic, []).append(exercise)
    return topics


def short(path: Path, root: Path) -> str:
    """Write a path as seen from the book's folder, where it lies there."""
    return str(path.relative_to(root) if path.is_relative_to(root) else path)

"""Lay two programs that say nearly the same into one listing.

Lines are compared first: what is equal stands once. What differs is cut into
statements, each followed by its counterpart, and within the two the words
that differ are found. Nothing here knows of Sphinx or of a framework.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

WORD = re.compile(r"\w+|[^\w\s]")
# Two lines, or two statements, with half of their words in common say the
# same thing in two spellings.
ALIKE = 0.5

Span = tuple[int, int]
# A line of the left program and its counterpart in the right, if it has one.
Step = tuple[int | None, int | None]


@dataclass(frozen=True)
class Line:
    """One line of the listing.

    Attributes:
        side: None for both programs, 0 for the left, 1 for the right.
        number: which of that program's lines it is, from 0; of the left's
            for a line of both.
        marks: where its differing words start and end.
        alike: whether both programs say it, if in other words.
    """

    side: int | None
    number: int
    marks: tuple[Span, ...] = ()
    alike: bool = False


def matcher(left: list[str], right: list[str]) -> SequenceMatcher[str]:
    """Compare two programs; a line without a word only joins equal ones."""
    return SequenceMatcher(wordless, left, right, autojunk=False)


def wordless(line: str) -> bool:
    """Tell whether a line is blank or has only brackets and signs."""
    return not re.search(r"\w", line)


def compare(left: list[str], right: list[str]) -> SequenceMatcher[str]:
    """Compare two lists of words, brackets and signs."""
    return SequenceMatcher(None, left, right, autojunk=False)


def listing(left: list[str], right: list[str]) -> list[Line]:
    """Lay two programs into one.

    Args:
        left: one program's lines, without their ends.
        right: the other's.

    Returns:
        the lines of both, in an order that keeps either program's.
    """
    found: list[Line] = []
    for kind, a, b, c, d in matcher(left, right).get_opcodes():
        if kind == "equal":
            found += [Line(None, number) for number in range(a, b)]
        else:
            found += differing(left, right, range(a, b), range(c, d))
    return found


def differing(
    left: list[str], right: list[str], ours: range, theirs: range
) -> Iterator[Line]:
    """Give lines that differ, each statement before its counterpart."""
    steps = steps_through(left, right, ours, theirs)
    for statement in statements(left, right, steps):
        numbers = [
            [
                number
                for step in statement
                if (number := step[side]) is not None
            ]
            for side in (0, 1)
        ]
        texts = [left[n] for n in numbers[0]], [right[n] for n in numbers[1]]
        if texts[0] == texts[1]:
            yield from (Line(None, number) for number in numbers[0])
            continue
        alike, marks = spelling(*texts)
        for side in (0, 1):
            for number, spans in zip(numbers[side], marks[side], strict=True):
                yield Line(side, number, tuple(spans), alike)


@cache
def similarity(left: str, right: str) -> float:
    """Give the share of words and signs that two lines have in common."""
    return compare(WORD.findall(left), WORD.findall(right)).ratio()


def steps_through(
    left: list[str], right: list[str], ours: range, theirs: range
) -> list[Step]:
    """Pair the lines of two blocks in order, those most alike first."""
    best: dict[tuple[int, int], tuple[float, list[Step]]] = {}
    for i in reversed(range(len(ours) + 1)):
        for j in reversed(range(len(theirs) + 1)):
            best[i, j] = max(
                ways(left, right, ours[i:], theirs[j:], i, j, best),
                key=lambda way: way[0],
                default=(0.0, []),
            )
    return best[0, 0][1]


def ways(
    left: list[str],
    right: list[str],
    ours: range,
    theirs: range,
    i: int,
    j: int,
    best: dict[tuple[int, int], tuple[float, list[Step]]],
) -> Iterator[tuple[float, list[Step]]]:
    """Give the ways to go on from two lines, with what they are worth."""
    if ours and theirs:
        worth = similarity(left[ours[0]], right[theirs[0]])
        if worth >= ALIKE:
            score, rest = best[i + 1, j + 1]
            yield score + worth, [(ours[0], theirs[0]), *rest]
    if ours:
        score, rest = best[i + 1, j]
        yield score, [(ours[0], None), *rest]
    if theirs:
        score, rest = best[i, j + 1]
        yield score, [(None, theirs[0]), *rest]


def statements(
    left: list[str], right: list[str], steps: list[Step]
) -> Iterator[list[Step]]:
    """Cut the steps where no bracket is open on either side."""
    depth, group = [0, 0], []
    for step in steps:
        group.append(step)
        for side, lines in enumerate((left, right)):
            number = step[side]
            if number is not None:
                depth[side] += opened(lines[number])
        if max(depth) <= 0:
            yield group
            depth, group = [0, 0], []
    if group:
        yield group


def opened(line: str) -> int:
    """Count the brackets that a line opens and leaves open."""
    return sum((c in "([{") - (c in ")]}") for c in line)


def spelling(
    left: list[str], right: list[str]
) -> tuple[bool, list[list[list[Span]]]]:
    """Find the words in which two statements differ.

    Returns:
        whether they are alike, and for each side, for each line, the spans
        of the words that differ; none where they are not alike.
    """
    sides = [[*tokens(left)], [*tokens(right)]]
    marks: list[list[list[Span]]] = [[[] for _ in left], [[] for _ in right]]
    found = compare(*([t for _, t, _ in side] for side in sides))
    alike = bool(left and right) and found.ratio() >= ALIKE
    for kind, a, b, c, d in found.get_opcodes() if alike else ():
        if kind != "equal":
            mark(marks[0], sides[0][a:b])
            mark(marks[1], sides[1][c:d])
    return alike, marks


def tokens(lines: list[str]) -> Iterator[tuple[int, str, Span]]:
    """Give each word or sign with its line and its span there."""
    for number, line in enumerate(lines):
        for found in WORD.finditer(line):
            yield number, found[0], found.span()


def mark(marks: list[list[Span]], found: list[tuple[int, str, Span]]) -> None:
    """Note one run of differing words, on each line that it touches."""
    for number in dict.fromkeys(n for n, _, _ in found):
        spans = [span for n, _, span in found if n == number]
        marks[number].append((spans[0][0], spans[-1][1]))


def likeness(lines: list[Line]) -> float:
    """Give the share of the two programs' lines that are equal or alike.

    A listing whose lines are nearly all one side's is no comparison, and
    reads better as two.
    """
    shared = sum(line.side is None for line in lines)
    alike = sum(line.alike for line in lines)
    total = len(lines) + shared
    return (2 * shared + alike) / total if total else 1.0

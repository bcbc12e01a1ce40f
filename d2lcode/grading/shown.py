"""Results in a notebook: HTML without scripts, and text where it has none.

Text keeps the notebook's own colour, so that it is legible on light and on
dark; only signs and edges have one of their own.
"""

from __future__ import annotations

import io
import re
from html import escape

from d2lcode.grading import display
from d2lcode.grading.catalogue import Exercise
from d2lcode.grading.results import (
    FAILED,
    NOT_RUN,
    PASSED,
    UNSOLVED,
    Outcome,
    Result,
)

COLOURS = {
    PASSED: "#2e9e4f",
    FAILED: "#e04848",
    UNSOLVED: "#8a8a8a",
    NOT_RUN: "#8a8a8a",
}
BOX = (
    "border-left: 4px solid {colour}; padding: 0.3em 0 0.3em 1em; "
    "margin: 0.5em 0; color: inherit; max-width: 50em; line-height: 1.5"
)
QUOTED = (
    "white-space: pre-wrap; overflow-wrap: anywhere; color: inherit; "
    "background: transparent; border: 0; margin: 0.1em 0 0.6em 1.5em; "
    "padding: 0; font-size: 0.92em"
)


class Note:
    """One sentence."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return _box(COLOURS[UNSOLVED], _lines(self.text))


class Report:
    """How an answer went, test by test, and what to do about it.

    Args:
        result: of the grading.
        exercise: what was answered.
        hint: the one that was earned last; it names the shell's command.
    """

    def __init__(
        self, result: Result, exercise: Exercise, hint: str = ""
    ) -> None:
        self.result, self.exercise = result, exercise
        self.hint = hint.replace("d2lcode hint", "%hint")

    def __repr__(self) -> str:
        out = io.StringIO()
        console = display.console(
            file=out, width=79, color_system=None, force_jupyter=False
        )
        hint = f"{self.hint}\n{self._again()}"
        console.print(display.details(self.result, self.exercise, hint))
        lines = (line.rstrip() for line in out.getvalue().splitlines())
        return "\n".join(lines).rstrip()

    def _repr_html_(self) -> str:
        result = self.result
        parts = [self._head()]
        if result.status == UNSOLVED:
            parts.append(_lines(result.outcomes[0].message))
            parts.append(_lines(f"A hint: %hint {result.exercise}"))
        else:
            parts += _tests(result.outcomes)
        if result.status == FAILED:
            parts.append(_lines(f"{self.hint}\n{self._again()}"))
        return _box(COLOURS[result.status], "\n".join(parts))

    def _head(self) -> str:
        result = self.result
        points = display.count(result.possible, "point")
        score = f"{result.earned} of {points}"
        return (
            f"<div><strong>{escape(self.exercise.title)}</strong> "
            f"({escape(result.exercise)}): {score} "
            f'<progress value="{result.earned}" max="{result.possible}" '
            f'aria-label="{score}"></progress></div>'
        )

    def _again(self) -> str:
        backend = f" --backend {v}" if (v := self.result.variant) else ""
        name = f"{self.result.exercise}{backend}"
        return f"To begin anew, in another cell: %starter {name}"


def _lines(text: str) -> str:
    """Set sentences line by line; code between backticks, and commands."""
    safe = escape(text.strip(), quote=False)
    safe = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", safe)
    safe = re.sub(r": (%\w+ .+)$", r": <code>\1</code>", safe, flags=re.M)
    return "".join(f"<div>{line}</div>" for line in safe.splitlines())


def _box(colour: str, content: str) -> str:
    return f'<div style="{BOX.format(colour=colour)}">\n{content}\n</div>'


def _tests(outcomes: tuple[Outcome, ...]) -> list[str]:
    """Show each test; a mistake that was named is not explained again."""
    said: set[str] = set()
    parts = []
    for outcome in outcomes:
        reason = display.cause(outcome.message)
        known = outcome.message and reason in said
        message = "The same as above." if known else outcome.message
        parts.append(_test(outcome) + _quoted(message))
        if outcome.printed and message and not known:
            parts.append(_quoted(f"Your code printed:\n{outcome.printed}"))
        said.add(reason)
    return parts


def _test(outcome: Outcome) -> str:
    sign = display.SIGNS[outcome.status]
    return (
        f'<div><span style="color: {COLOURS[outcome.status]}">{sign}</span> '
        f"{escape(outcome.label)}: {outcome.earned}/{outcome.worth}</div>"
    )


def _quoted(text: str) -> str:
    return f'<pre style="{QUOTED}">{escape(text)}</pre>' if text else ""

"""Results for other programs: JSON, JUnit XML, Gradescope."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from d2lcode.grading.results import FAILED, PASSED, Outcome, Result, labels
from d2lcode.grading.results import best as best_of
from d2lcode.grading.results import total as total_of


def as_json(results: Sequence[Result]) -> str:
    """Write all results as one JSON object, in ASCII.

    So it reaches a program through any pipe, whatever its encoding.
    """
    earned, possible = total_of(results)
    report = {
        "version": 1,
        "earned": earned,
        "possible": possible,
        "results": [r.plain() for r in results],
    }
    return json.dumps(report, indent=1)


def as_gradescope(results: Sequence[Result]) -> str:
    """Write what Gradescope reads as `results/results.json`.

    Each test of each answer is one of its tests; of an answer in both
    frameworks, those of the better file. See
    https://gradescope-autograders.readthedocs.io/en/latest/specs/.
    """
    kept = best_of(results)
    named = list(zip(labels(kept), kept, strict=True))
    report = {
        "score": total_of(kept)[0],
        "execution_time": round(sum(r.seconds for r in kept)),
        "output_format": "text",
        "visibility": "visible",
        "tests": [
            _gradescope_test(name, o, f"{i}.{j}")
            for i, (name, r) in enumerate(named, 1)
            for j, o in enumerate(r.outcomes, 1)
        ],
    }
    return json.dumps(report, indent=1, ensure_ascii=False)


def _gradescope_test(
    name: str, outcome: Outcome, number: str
) -> dict[str, Any]:
    return {
        "name": f"{name}: {outcome.label}",
        "number": number,
        "score": outcome.earned,
        "max_score": outcome.worth,
        "status": PASSED if outcome.status == PASSED else FAILED,
        "output": _whole(outcome),
        "output_format": "text",
        "visibility": "visible",
    }


def _whole(outcome: Outcome) -> str:
    """Join the message and what the answer printed."""
    parts = [outcome.message]
    if outcome.printed:
        parts.append(f"Printed:\n{outcome.printed}")
    return "\n".join(filter(None, parts))


def as_junit(results: Sequence[Result]) -> str:
    """Write JUnit XML: an answer is a suite, a test is a case."""
    top = ET.Element("testsuites", name="d2lcode")
    for label, result in zip(labels(results), results, strict=True):
        top.append(_suite(_name(label, result), result))
    ET.indent(top)
    return ET.tostring(top, encoding="unicode", xml_declaration=True) + "\n"


def _suite(name: str, result: Result) -> ET.Element:
    bad = [o for o in result.outcomes if o.status != PASSED]
    suite = ET.Element(
        "testsuite",
        name=_legal(name),
        file=_legal(result.answer),
        tests=str(len(result.outcomes)),
        failures=str(len(bad)),
        errors="0",
        skipped="0",
        time=f"{result.seconds:.3f}",
    )
    suite.extend(_case(name, outcome) for outcome in result.outcomes)
    return suite


def _case(name: str, outcome: Outcome) -> ET.Element:
    case = ET.Element(
        "testcase",
        classname=_legal(name.replace("/", ".")),
        name=outcome.test,
        time=f"{outcome.seconds:.3f}",
    )
    if outcome.status != PASSED:
        first = outcome.message.partition("\n")[0]
        failure = ET.SubElement(
            case, "failure", type=outcome.status, message=_legal(first)
        )
        failure.text = _legal(outcome.message)
    if outcome.printed:
        ET.SubElement(case, "system-out").text = _legal(outcome.printed)
    return case


def _name(label: str, result: Result) -> str:
    """Name a suite: with the framework, and the file if there are several."""
    exercise, _, file = label.partition(" ")
    return f"{exercise}_{result.variant}".rstrip("_") + f" {file}".rstrip()


def _legal(text: str) -> str:
    """Replace the characters that XML cannot carry."""
    return re.sub(
        r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "�", text
    )


FORMATS = {"junitxml": as_junit, "gradescope": as_gradescope}


def write(path: Path, kind: str, results: Sequence[Result]) -> None:
    """Write a report into a file, and make its folder.

    Args:
        path: where to.
        kind: `junitxml` or `gradescope`.
        results: what to report.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FORMATS[kind](results), encoding="utf-8")

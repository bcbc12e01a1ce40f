"""Measure everything, print a table, save it under the day's date."""

import argparse
import datetime
import importlib.util
import json
import traceback
from dataclasses import asdict
from functools import partial
from pathlib import Path

from benchmarks import book, commands, costs, training
from benchmarks.measuring import Row, machine

RESULTS = Path(__file__).parent / "results"
HEAD = "| what | value | bound | how |\n|---|---|---|---|"


def measures(with_book):
    """Name -> function that gives its rows, in the table's order."""
    chosen = {
        f"training, {backend}": partial(training.measure, backend)
        for backend in ("torch", "paddle")
        if importlib.util.find_spec(backend)
    }
    chosen["start-up"] = commands.start_up
    chosen["check, cold"] = commands.check_cold
    chosen["check, warm"] = commands.check_warm
    if with_book:
        chosen["book"] = book.cold_and_unchanged
    chosen["costs"] = costs.rows
    return chosen


def attempt(name, measure):
    """A measure's rows; one that says so if it could not be taken."""
    print(f"measuring {name} …", flush=True)
    try:
        return measure()
    except Exception as error:
        traceback.print_exc()
        note = f"not measured: {type(error).__name__}"
        return [Row(name, float("nan"), "", note=note)]


def markdown(rows, about):
    """The table, with the machine below it."""
    lines = [HEAD]
    for row in rows:
        digits = 3 if row.value < 100 else 0
        bound = "" if row.bound is None else f"≤ {row.bound:g}"
        mark = "" if row.kept else " **missed**"
        value = f"{row.value:,.{digits}f} {row.unit}"
        lines.append(f"| {row.what} | {value} | {bound}{mark} | {row.note} |")
    words = ", ".join(f"{name}: {value}" for name, value in about.items())
    return "\n".join([*lines, "", f"Measured on {words}.", ""])


def save(rows, about):
    """Write the rows as JSON and the table as Markdown; the table."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{datetime.date.today().isoformat()}.json"
    content = {"machine": about, "rows": [asdict(row) for row in rows]}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    table = markdown(rows, about)
    path.with_suffix(".md").write_text(table, encoding="utf-8")
    print(f"\n{table}\nSaved as {path} and {path.with_suffix('.md').name}.")


def main():
    """Take the measures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--book", action="store_true", help="build it, too")
    parser.add_argument("--only", default="", help="part of a measure's name")
    options = parser.parse_args()
    about = machine()
    rows = [
        row
        for name, measure in measures(options.book).items()
        if options.only in name
        for row in attempt(name, measure)
    ]
    save(rows, about)


if __name__ == "__main__":
    main()

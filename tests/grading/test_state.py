"""Hints and grades are remembered, whatever happens to the file."""

import errno
import json
import subprocess
import sys

import pytest

from d2lcode.grading import starters, state
from d2lcode.grading.results import FAILED, PASSED, UNSOLVED, Outcome, Result


def result(status, worth=4):
    return Result("toy/double", "", "x.py", (Outcome("test", worth, status),))


def test_hints_come_one_by_one_and_the_last_stays(book, toy):
    given = [state.next_hint(book, toy) for _ in range(4)]
    assert given == [(1, "Multiply."), (2, "By two."), *[(3, "2 * x")] * 2]


def test_a_failure_shows_the_first_hint_and_then_the_latest(book, toy):
    assert state.hint_line(book, toy) == "Hints: d2lcode hint toy/double"
    state.record(book, [result(FAILED)])
    assert state.hint_line(book, toy) == (
        "Hint 1 of 3: Multiply.\nThe next one: d2lcode hint toy/double"
    )
    assert state.next_hint(book, toy) == (2, "By two.")
    state.record(book, [result(FAILED)])
    assert state.hint_line(book, toy).startswith("Hint 2 of 3: By two.")
    state.next_hint(book, toy)
    assert state.hint_line(book, toy) == "Hint 3 of 3: 2 * x"


@pytest.mark.parametrize("status", [PASSED, UNSOLVED])
def test_no_hint_is_spent_without_a_failure(book, toy, status):
    state.record(book, [result(status)])
    assert state.next_hint(book, toy) == (1, "Multiply.")


def test_grades_are_remembered(book, toy):
    assert state.grade_of(state.load(book), toy) == (0, UNSOLVED)
    state.record(book, [result(PASSED)])
    assert state.grade_of(state.load(book), toy) == (4, PASSED)
    state.record(book, [result(FAILED)])
    assert state.grade_of(state.load(book), toy) == (0, FAILED)


def test_points_never_exceed_what_the_exercise_is_worth_now(book, toy):
    state.record(book, [result(PASSED, worth=9)])
    assert state.grade_of(state.load(book), toy) == (4, PASSED)


GRADE = '{"hints": {}, "grades": {"toy/double": %s}}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"hints": 3}', "null"),
        *('{"hints": [], "grades": {}}', '{"hints": {}, "grades": 1}'),
        '{"hints": {"toy/double": -9}, "grades": {}}',
        '{"hints": {"toy/double": "2"}, "grades": {}}',
        *(GRADE % "3", GRADE % "{}"),
        GRADE % '{"earned": "4", "status": "passed"}',
        GRADE % '{"earned": true, "status": "passed"}',
        GRADE % '{"earned": 4, "status": ["passed"]}',
    ],
)
def test_a_damaged_file_is_put_aside_and_it_is_said(book, text, capsys):
    path = book / ".d2lcode" / "state.json"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    assert state.load(book) == {"hints": {}, "grades": {}}
    aside = path.with_name("state.unreadable.json")
    assert aside.read_text("utf-8") == text
    state.load(book)
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"Warning: {path} was damaged and is now state.un")


def test_nothing_but_the_state_is_left_behind(book, toy):
    state.next_hint(book, toy)
    folder = book / ".d2lcode"
    left = sorted(p.name for p in folder.iterdir())
    assert left == ["state.json", "state.lock"]
    assert json.loads((folder / "state.json").read_text("utf-8")) == {
        "hints": {"toy/double": 1},
        "grades": {},
    }


def test_a_folder_that_cannot_be_used_costs_one_line(book, toy, capsys):
    folder = book / ".d2lcode"
    folder.write_text("not a folder", "utf-8")
    starters.keep(book, toy)
    state.record(book, [result(FAILED)])
    assert state.load(book) == {"hints": {}, "grades": {}}
    assert state.next_hint(book, toy) == (1, "Multiply.")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Warning: hints and progress are not remembered")
    assert str(folder) in line
    assert folder.read_text("utf-8") == "not a folder"


def test_a_disk_that_is_full_costs_one_line(book, monkeypatch, capsys):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(state.tempfile, "mkstemp", full)
    state.record(book, [result(PASSED)])
    assert "(No space left on device)" in capsys.readouterr().err


ADD = """
import sys
from pathlib import Path
from d2lcode.grading import state
for number in range(30):
    with state.changing(Path(sys.argv[1])) as found:
        found["hints"][f"{sys.argv[2]}{number}"] = 1
"""


def test_processes_that_write_at_once_lose_nothing(book):
    started = [
        subprocess.Popen([sys.executable, "-c", ADD, str(book), name])
        for name in "abc"
    ]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    assert len(state.load(book)["hints"]) == 90

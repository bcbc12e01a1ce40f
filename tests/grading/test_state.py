"""Hints and grades are remembered, whatever happens to the file."""

import json

import pytest

from d2lcode.grading import state
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


@pytest.mark.parametrize("text", ["", "{", "[]", '{"hints": 3}', "null"])
def test_an_unreadable_file_is_put_aside(book, text):
    path = book / ".d2lcode" / "state.json"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    assert state.load(book) == {"hints": {}, "grades": {}}
    aside = path.with_name("state.unreadable.json")
    assert aside.read_text("utf-8") == text


def test_nothing_but_the_state_is_left_behind(book, toy):
    state.next_hint(book, toy)
    folder = book / ".d2lcode"
    assert [p.name for p in folder.iterdir()] == ["state.json"]
    assert json.loads((folder / "state.json").read_text("utf-8")) == {
        "hints": {"toy/double": 1},
        "grades": {},
    }

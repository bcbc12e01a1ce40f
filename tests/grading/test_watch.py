"""Watching grades what was saved, soon, and nothing else."""

import time

import pytest

from d2lcode.grading.results import FAILED, PASSED
from d2lcode.grading.watch import Watch, imported

GOOD = "def double(x):\n    return 2 * x\n"
BAD = "def double(x):\n    return x * x\n"


@pytest.fixture
def watch(book, toy):
    watch = Watch(book, {toy.id: toy}, None, lambda result: None)
    watch.start()
    yield watch
    watch.stop()


def wait_for(watch, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if results := watch.step(0.1):
            return results
    raise AssertionError("nothing was graded")


def test_a_save_is_graded_within_a_second(watch, answer):
    times = []
    for text, status in [(BAD, FAILED), (GOOD, PASSED)] * 3:
        watch.spares.wait_until_ready()
        began = time.monotonic()
        answer(text)
        (result,) = wait_for(watch)
        times.append(time.monotonic() - began)
        assert result.status == status
    assert min(times) < 1.0


def test_a_file_moved_into_its_place_is_graded(watch, toy):
    path = toy.starters[""]
    aside = path.with_suffix(".swp")
    aside.write_text(GOOD, "utf-8")
    aside.replace(path)
    (result,) = wait_for(watch)
    assert result.status == PASSED


def test_an_answer_that_kills_its_process_harms_no_later_one(watch, answer):
    answer("import os\nos._exit(1)\n")
    (result,) = wait_for(watch)
    assert result.status == FAILED
    answer(GOOD)
    (result,) = wait_for(watch)
    assert result.status == PASSED


def test_other_files_and_equal_texts_are_ignored(watch, toy, answer):
    answer(GOOD)
    wait_for(watch)
    answer(GOOD)
    toy.starters[""].with_name("scratch.py").write_text("x = 1\n", "utf-8")
    toy.starters[""].with_name("notes.txt").write_text("x\n", "utf-8")
    assert [watch.step(0.3) for _ in range(3)] == [[], [], []]


def test_what_was_graded_is_shown_and_remembered(book, toy, answer):
    shown = []
    watch = Watch(book, {toy.id: toy}, None, shown.append)
    watch.start()
    try:
        answer(GOOD)
        wait_for(watch)
    finally:
        watch.stop()
    assert [r.exercise for r in shown] == ["toy/double"]
    assert (book / ".d2lcode" / "state.json").is_file()


def test_a_folder_that_cannot_be_written_ends_nothing(watch, answer, book):
    (book / ".d2lcode").write_text("not a folder", "utf-8")
    answer(GOOD)
    (result,) = wait_for(watch)
    assert result.status == PASSED


def test_the_imports_of_a_grader_are_known_in_advance(toy):
    assert imported(toy.grader) == ["pytest", "d2lcode.grading"]

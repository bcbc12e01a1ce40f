"""Watching grades what was saved, and nothing else."""

import errno

import pytest

from d2lcode.grading import process, runner
from d2lcode.grading.results import FAILED, PASSED
from d2lcode.grading.watch import SILENT, Watch, imported

GOOD = "def double(x):\n    return 2 * x\n"
BAD = "def double(x):\n    return x * x\n"


@pytest.fixture
def watch(book, toy):
    watch = Watch(book, {toy.id: toy}, None, lambda result: None)
    watch.start()
    yield watch
    watch.stop()


def wait_for(watch):
    while True:  # pytest's own time limit ends it
        if results := watch.step(0.1):
            return results


def test_a_save_is_graded_by_a_process_that_was_ready(
    watch, answer, monkeypatch
):
    used = []
    grade = runner.grade

    def noted(*args, worker):
        used.append((worker, worker._ready))
        return grade(*args, worker=worker)

    monkeypatch.setattr(runner, "grade", noted)
    for text, status in [(BAD, FAILED), (GOOD, PASSED)] * 2:
        watch.spares.wait_until_ready()
        answer(text)
        (result,) = wait_for(watch)
        assert result.status == status
    assert [ready for _, ready in used] == [True] * 4
    assert len({worker.process.pid for worker, _ in used}) == 4


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
    watch.step(0)
    answer(BAD)
    (result,) = wait_for(watch)
    assert result.status == FAILED


class Deaf:
    """An observer on a file system that sends no events."""

    def schedule(self, *_):
        pass

    start = stop = join = unschedule_all = schedule


class Full(Deaf):
    """An observer on a system that has no watches left."""

    def start(self):
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    def join(self):
        raise RuntimeError("cannot join thread before it is started")


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Deaf, f"{SILENT}\n"), (Full, f"{SILENT} (inotify watch limit reached)")],
)
def test_without_events_it_looks_for_itself_and_says_so(
    book, toy, answer, monkeypatch, capsys, kind, said
):
    monkeypatch.setattr("d2lcode.grading.watch.Observer", kind)
    watch = Watch(book, {toy.id: toy}, None, lambda result: None)
    watch.start()
    try:
        assert watch.step(0) == []
        for text, status in [(BAD, FAILED), (GOOD, PASSED)]:
            answer(text)
            (result,) = watch.step(0)
            assert result.status == status
        assert watch.step(0) == []
    finally:
        watch.stop()
    err = capsys.readouterr().err
    assert said in err
    assert err.count(SILENT) == 1


def test_where_events_come_nothing_is_said_of_them(watch, answer, capsys):
    for text in (BAD, GOOD):
        answer(text)
        wait_for(watch)
    assert SILENT not in capsys.readouterr().err


def test_a_spare_that_waited_long_is_not_late(watch, answer, monkeypatch):
    # Two minutes for a start count from the job on.
    watch.spares.wait_until_ready()
    real = process.clock
    monkeypatch.setattr(process, "clock", lambda: real() + 1000)
    answer(GOOD)
    (result,) = wait_for(watch)
    assert result.status == PASSED


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

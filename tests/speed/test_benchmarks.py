"""The measuring itself: fair turns, honest tables."""

import json
import math

import numpy as np
import pytest

from benchmarks import __main__ as table
from benchmarks import bare, book, commands, costs, measuring
from benchmarks.measuring import Row


class Clock:
    """A clock that work moves on."""

    def __init__(self):
        self.now = 0.0
        self.turns = []

    def __call__(self):
        return self.now

    def work(self, name, seconds):
        def function():
            self.turns.append(name)
            self.now += seconds

        return function


def test_functions_take_turns_and_each_first_call_is_free():
    clock = Clock()
    functions = {"a": clock.work("a", 1.0), "b": clock.work("b", 2.0)}
    times = measuring.interleaved(functions, 3, clock)
    assert "".join(clock.turns) == "ab" + "ab" + "ba" + "ab"
    assert times["a"].tolist() == [1, 1, 1]
    assert times["b"].tolist() == [2, 2, 2]
    assert measuring.ratio(times, "b", "a") == 2


def test_a_disturbance_does_not_move_the_ratio():
    times = {
        "ours": np.array([1.0, 1.0, 9.0, 1.0, 1.0]),
        "theirs": np.array([1.0, 1.0, 1.0, 7.0, 1.0]),
    }
    assert measuring.ratio(times, "ours", "theirs") == 1


def test_promises():
    assert Row("a", 1.0, "s", bound=1.0).kept
    assert not Row("a", 1.1, "s", bound=1.0).kept
    assert Row("a", 1e9, "s").kept
    assert not Row("a", math.nan, "s", bound=1.0).kept


def test_the_table_marks_what_was_missed():
    rows = [
        Row("quick", 0.5, "s", 1.0, "once"),
        Row("slow", 2.0, "s", 1.0),
        Row("many", 12_345.6, "pictures/s"),
    ]
    text = table.markdown(rows, {"cores": "2"})
    lines = text.splitlines()
    assert lines[2] == "| quick | 0.500 s | ≤ 1 | once |"
    assert lines[3] == "| slow | 2.000 s | ≤ 1 **missed** |  |"
    assert "12,346 pictures/s" in lines[4]
    assert "Measured on cores: 2." in text


def test_what_cannot_be_measured_says_so(capsys):
    def broken():
        raise OSError("no such thing")

    (row,) = table.attempt("book", broken)
    assert math.isnan(row.value)
    assert row.note == "not measured: OSError"
    assert "no such thing" in capsys.readouterr().err


def test_results_are_saved(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(table, "RESULTS", tmp_path / "results")
    table.save([Row("quick", 0.5, "s")], {"cores": "2"})
    (data,) = (tmp_path / "results").glob("*.json")
    content = json.loads(data.read_text(encoding="utf-8"))
    assert content["rows"][0]["value"] == 0.5
    assert content["machine"] == {"cores": "2"}
    assert "quick" in data.with_suffix(".md").read_text(encoding="utf-8")
    assert "quick" in capsys.readouterr().out


def test_the_book_is_measured_only_when_asked():
    assert "book" not in table.measures(with_book=False)
    assert table.measures(with_book=True)["book"] is book.cold_and_unchanged


def test_the_machine_is_described():
    about = measuring.machine()
    assert int(about["cores"]) >= 1
    assert about["processor"]


def test_the_solved_copy_is_solved_and_elsewhere(tmp_path):
    answer = commands.solved_copy(tmp_path)
    assert tmp_path in answer.parents
    starter = commands.ROOT / "exercises" / f"{commands.EXERCISE}.py"
    assert answer.read_bytes() != starter.read_bytes()


@pytest.mark.parametrize("loops", [bare.LOOPS, bare.DATA_LOADERS])
@pytest.mark.parametrize("backend", ["torch", "paddle"])
def test_the_loops_by_hand_do_learn(backend, loops):
    """A rival that skipped the work would be no measure."""
    pytest.importorskip(backend)
    import importlib

    d2l = importlib.import_module(f"d2lcode.{backend}")
    d2l.set_seed(0)
    rng = np.random.default_rng(0)
    y = rng.integers(0, 2, 128)
    x = (rng.random((128, 4)) + y[:, None]).astype(np.float32)
    model = d2l.SoftmaxRegression(4, 2)
    losses = []
    for _ in range(20):
        losses += loops[backend](model, x, y, lr=0.5, batch_size=32)
    assert len(losses) == 20 * 4
    assert np.mean(losses[-4:]) < 0.6 * np.mean(losses[:4])
    assert d2l.evaluate(model, (x, y))["accuracy"] > 0.9


def test_processor_time_is_the_children_s(monkeypatch):
    times = iter([(0, 0, 1.0, 0.5, 0), (9, 9, 2.0, 0.75, 9)])
    monkeypatch.setattr(commands.os, "times", lambda: next(times))
    assert commands.processor_time(lambda: None) == 1.25


COSTS = costs.Costs(20.0, 1.0, 2.0, 0.25, 4.0, 600.0)


def test_the_complete_book_is_projected():
    """Runs and tests fall on two cores, writing on one."""
    assert COSTS.book == 110 * (20 / 2 + 1)
    assert COSTS.tests == (110 * 4 + 300 * 2 + 4000 * 0.25 + 600) / 2


def test_the_projection_is_held_against_the_bounds():
    runs = {"a": {"torch": 10.0, "paddle": 61.0}, "b": {None: 12.0}}
    rows = {row.what: row for row in costs.table(COSTS, runs)}
    assert rows["a page, one backend, median"].value == 12
    assert not rows["a page, one backend, longest"].kept
    ci = rows["complete book, .ci/run"]
    assert ci.value == COSTS.book + COSTS.tests
    assert (ci.bound, ci.kept) == (4500, True)


def test_what_grows_with_the_pages_is_told_from_the_rest():
    durations = {
        "tests/site/test_pages.py": 30.0,
        "tests/book/test_notebooks.py": 10.0,
        "tests/grading/test_exercises.py": 99.0,
        "tests/test_plot.py": 5.0,
    }
    assert costs.tests_beside(durations, 10) == (4.0, 5.0)


def test_a_sample_reaches_from_first_to_last():
    assert costs.spread(range(40), 4) == [0, 10, 20, 30]
    assert costs.spread(range(3), 8) == [0, 1, 2]
    assert costs.spread([], 8) == []


def test_kinds_count_by_their_number():
    assert costs.weighted([1.0, 4.0], [2, 1]) == 2.0


def test_without_a_run_of_the_tests_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(costs, "DURATIONS", tmp_path / "none.json")
    with pytest.raises(FileNotFoundError, match="make test"):
        costs.last_test()


class Clockwork(costs.Grading):
    """Every file takes half a second; what was graded is remembered."""

    def __init__(self):
        self.files = []

    def seconds(self, exercise, variant, path, only=""):
        self.files.append((path.name, only))
        return 0.5

    def close(self):
        pass


def test_starters_solutions_and_wrong_answers_are_graded(monkeypatch):
    made = Clockwork()
    monkeypatch.setattr(costs, "Grading", lambda: made)
    monkeypatch.setattr(costs, "here", lambda exercise: [*exercise.variants])
    own, wrong = costs.graded(sample=1)
    assert 1.0 <= own <= 2.0  # two files, or four where there are variants
    assert wrong == 0.5
    assert any("__" in name and only for name, only in made.files)

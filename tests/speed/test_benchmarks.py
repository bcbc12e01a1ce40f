"""The measuring itself: fair turns, honest tables."""

import json
import math

import numpy as np
import pytest

from benchmarks import __main__ as table
from benchmarks import bare, book, commands, measuring
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

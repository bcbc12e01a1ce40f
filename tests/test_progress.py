"""A bar in a terminal, plain lines elsewhere, silence on request."""

import sys

import pytest

from d2lcode import _progress
from d2lcode._progress import Progress


class Loss:
    reads = 0

    def __float__(self):
        Loss.reads += 1
        return 0.25


def row(epoch, **more):
    return {"epoch": epoch, "loss": 0.5, "lr": 0.1, "seconds": 1.0} | more


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is set."""
    times = [100.0]
    monkeypatch.setattr(_progress.time, "monotonic", lambda: times[0])
    return times


def test_a_line_for_each_epoch_with_the_time_left(clock, capsys):
    bar = Progress(3, 2, 0, 0, None)
    bar.step(0.1)
    bar.step(0.1)
    clock[0] += 10
    bar.epoch(row(1, valid_accuracy=0.75))
    bar.close()
    out = capsys.readouterr().out
    assert out == (
        "epoch 1/3  loss 0.5000  valid_accuracy 0.7500  (10 s, 20 s left)\n"
    )


def test_about_ten_lines_for_many_epochs(clock, capsys):
    bar = Progress(95, 1, 0, 0, None)
    for epoch in range(1, 96):
        bar.step(0.1)
        bar.epoch(row(epoch))
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[-1].startswith("epoch 95/95")


def test_a_long_epoch_speaks_up_now_and_then(clock, capsys):
    bar = Progress(2, 100, 0, 0, None)
    before = Loss.reads
    bar.step(Loss())
    assert Loss.reads == before
    clock[0] += 31
    bar.step(Loss())
    bar.step(Loss())
    out = capsys.readouterr().out
    assert out.startswith("epoch 1, step 2: loss 0.25  (31 s, ")
    assert len(out.splitlines()) == 1
    assert Loss.reads == before + 1


def test_time_left_counts_only_what_this_run_did(clock, capsys):
    bar = Progress(4, 10, 2, 0, None)  # 20 of 40 steps done before
    for _ in range(10):
        bar.step(0.1)
    clock[0] += 5
    bar.epoch(row(3))
    assert "(5 s, 5 s left)" in capsys.readouterr().out


def test_silence(clock, capsys):
    bar = Progress(1, 1, 0, 0, False)
    clock[0] += 1000
    bar.step(Loss())
    bar.epoch(row(1))
    bar.close()
    assert capsys.readouterr() == ("", "")


def test_a_bar_in_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    bar = Progress(2, 5, 1, 0, None)
    for _ in range(5):
        bar.step(Loss())
    bar.epoch(row(2))
    bar.close()
    seen = capsys.readouterr()
    assert "10/10" in seen.err
    assert "epoch 2/2  loss 0.5000" in seen.out + seen.err

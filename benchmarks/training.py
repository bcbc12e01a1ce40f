"""LeNet: `fit` beside loops by hand, and pictures a second.

    python -m benchmarks.training torch

prints its rows as JSON. Each framework has a process to itself, with one
thread, so that neither waits for the other's.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict

import numpy as np

from benchmarks.bare import DATA_LOADERS, LOOPS
from benchmarks.measuring import QUIET, Row, interleaved, median, ratio

PICTURES, BATCH, BOUND = 2048, 64, 1.03
SHORT, ROUNDS = 1024, 25


def pictures(count=PICTURES):
    """Random pictures and classes; speed does not ask what they show."""
    rng = np.random.default_rng(0)
    x = rng.random((count, 1, 28, 28), dtype=np.float32)
    return x, rng.integers(0, 10, count)


def contenders(backend, count=PICTURES):
    """Name -> one epoch of LeNet from the same weights.

    Arithmetic takes longer on some weights than on others; models that
    had each gone their own way would be measured as well.
    """
    d2l = importlib.import_module(f"d2lcode.{backend}")
    x, y = pictures(count)
    model = d2l.LeNet()
    options = {"epochs": 1, "lr": 0.05, "batch_size": BATCH}
    options |= {"device": "cpu", "progress": False}

    def afresh(epoch):
        def run():
            d2l.set_seed(0)
            return epoch(d2l.he_init(model), x, y)

        return run

    return {
        "fit": afresh(lambda m, x, y: d2l.fit(m, (x, y), **options)),
        "by hand": afresh(LOOPS[backend]),
        "data loader": afresh(DATA_LOADERS[backend]),
    }


def overhead(backend):
    """`fit` over a bare loop, the median of epochs that take turns."""
    both = contenders(backend, count=SHORT)
    del both["data loader"]
    times = interleaved(both, ROUNDS, time.process_time)
    return ratio(times, "fit", "by hand")


def rows(backend, repeats=15):
    """All the rows of one framework."""
    times = interleaved(contenders(backend), repeats)
    each = f"LeNet, {backend}: "
    note = f"median of {repeats} interleaved epochs, {PICTURES} pictures"
    made = [
        Row(
            each + "fit over a loop by hand",
            overhead(backend),
            "×",
            BOUND,
            f"median of {ROUNDS} epochs of {SHORT} pictures, CPU time",
        ),
        Row(
            each + "fit over a loop with DataLoader",
            ratio(times, "fit", "data loader"),
            "×",
            note=note,
        ),
    ]
    for name, seconds in times.items():
        speed = PICTURES / float(seconds.min())
        what = f"{each}training, {name}"
        fastest = note.replace("median", "fastest")
        made.append(Row(what, speed, "pictures/s", note=fastest))
    return [*made, prediction(backend, repeats)]


def prediction(backend, repeats):
    """How many pictures LeNet reads in a second."""
    d2l = importlib.import_module(f"d2lcode.{backend}")
    model, (x, _) = d2l.LeNet(), pictures()
    d2l.predict(model, x)
    seconds = median(lambda: d2l.predict(model, x), repeats)
    what = f"LeNet, {backend}: predict"
    return Row(what, PICTURES / seconds, "pictures/s", note="batches of 512")


def measure(backend):
    """The rows of one framework, from a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.training", backend],
        env=os.environ | QUIET,
        stdout=subprocess.PIPE,
        check=True,
    )
    return [Row(**row) for row in json.loads(run.stdout.splitlines()[-1])]


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in rows(sys.argv[1])]))

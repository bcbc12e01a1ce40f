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
from functools import partial

import numpy as np

from benchmarks.bare import DATA_LOADERS, LOOPS
from benchmarks.measuring import QUIET, Row, interleaved, median, ratio

PICTURES, BATCH, BOUND = 2048, 64, 1.03
SHORT, ROUNDS = 1024, 25
# On a GPU, the size of MNIST: a run pays once for moving the data there.
ON_GPU = {"count": 60_000, "epochs": 3, "rounds": 7}
GPU_BATCHES, GPU_BOUND = (128, 1024), 1.10


def pictures(count=PICTURES):
    """Random pictures and classes; speed does not ask what they show."""
    rng = np.random.default_rng(0)
    x = rng.random((count, 1, 28, 28), dtype=np.float32)
    return x, rng.integers(0, 10, count)


def gpu(backend):
    """The framework's name for its GPU; None where there is none."""
    framework = importlib.import_module(backend)
    if backend == "torch":
        return "cuda" if framework.cuda.is_available() else None
    return "gpu" if framework.is_compiled_with_cuda() else None


def contenders(backend, count=PICTURES, loader=False, **options):
    """Name -> one epoch of LeNet on the CPU, from the same weights.

    Arithmetic takes longer on some weights than on others; models that
    had each gone their own way would be measured as well.
    """
    d2l = importlib.import_module(f"d2lcode.{backend}")
    x, y = pictures(count)
    model = d2l.LeNet()
    options = {
        "epochs": 1,
        "lr": 0.05,
        "batch_size": BATCH,
        "device": "cpu",
    } | options

    def afresh(epoch):
        def run():
            d2l.set_seed(0)
            return epoch(d2l.he_init(model), x, y)

        return run

    def fit(model, x, y):
        # The losses are read, as by hand, so that a GPU has ended.
        return d2l.fit(model, (x, y), progress=False, **options).losses

    runs = {
        "fit": afresh(fit),
        "by hand": afresh(partial(LOOPS[backend], **options)),
    }
    if loader:
        runs["data loader"] = afresh(DATA_LOADERS[backend])
    return runs


def overhead(backend):
    """`fit` over a bare loop, the median of epochs that take turns."""
    both = contenders(backend, count=SHORT)
    times = interleaved(both, ROUNDS, time.process_time)
    return ratio(times, "fit", "by hand")


def gpu_rows(backend, device, count, epochs, rounds):
    """`fit` beside a loop whose data lie on the GPU, by size of batch."""
    made = []
    for size in GPU_BATCHES:
        options = {"epochs": epochs, "batch_size": size, "device": device}
        runs = contenders(backend, count, **options)
        times = interleaved(runs, rounds)
        each = f"LeNet, {backend}, {device}, batch {size}: "
        note = f"median of {rounds} interleaved runs, {epochs} epochs"
        over = ratio(times, "fit", "by hand")
        what = f"{each}fit over a loop by hand"
        made.append(Row(what, over, "×", GPU_BOUND, note))
        for name, seconds in times.items():
            speed = epochs * count / float(seconds.min())
            made.append(Row(f"{each}training, {name}", speed, "pictures/s"))
    return made


def rows(backend, repeats=15):
    """All the rows of one framework."""
    times = interleaved(contenders(backend, loader=True), repeats)
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
    made.append(prediction(backend, repeats))
    if device := gpu(backend):
        made += gpu_rows(backend, device, **ON_GPU)
    return made


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

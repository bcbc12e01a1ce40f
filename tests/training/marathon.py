"""A run that is killed and started again; not a test, but what one runs.

    python marathon.py torch FOLDER

One process imports the framework. Where the system can copy it, each start
of the run is such a copy, so that eleven starts cost one import; elsewhere
each is a process from nothing. Leaves in the folder `undisturbed.json` and
`resumed.json`: every loss in hexadecimal, so to the bit; and prints, for
each kill, a line of JSON: where, the exit code, the checkpoint's SHA-256.
"""

import hashlib
import importlib
import json
import multiprocessing
import os
import random
import signal
import sys
from pathlib import Path

import numpy as np

EPOCHS, ROWS, BATCH, EVERY = 24, 120, 10, 2
SEED, KILLS = 11, 10
# Before a step; before a checkpoint is brought to the disk; before the one
# that it replaces gets its second name; before either is moved into place.
PLACES = {"step": (4, 26), "fsync": (3, 13), "link": (3, 13)}
PLACES |= {"replace": (5, 25)}
START = "fork" if sys.platform == "linux" else "spawn"


class Death:
    """Ends its process the nth time that it comes to one place."""

    def __init__(self, place, count):
        self.place, self.left = place, count
        if place in PLACES and place != "step":
            self._lie_in_wait(place)

    def _lie_in_wait(self, place):
        real = getattr(os, place)

        def fatal(*args, **kwargs):
            self.at(place)
            return real(*args, **kwargs)

        setattr(os, place, fatal)

    def at(self, place):
        """Nothing of this process runs after its last count."""
        self.left -= place == self.place
        if self.left == 0 and place == self.place:
            end = getattr(signal, "SIGKILL", signal.SIGTERM)
            os.kill(os.getpid(), end)  # on Windows, TerminateProcess


def moments(backend):
    """Where each run is killed, the first before its first checkpoint."""
    rng = random.Random(backend)
    places = [*PLACES, *rng.choices([*PLACES], k=KILLS - 1 - len(PLACES))]
    rng.shuffle(places)
    return [("step", 2), *((p, rng.randint(*PLACES[p])) for p in places)]


def net(backend):
    """A small net with dropout, which draws on the random generator."""
    if backend == "torch":
        from torch import nn

        return nn.Sequential(
            nn.Linear(6, 16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 3)
        )
    from paddle import nn

    return nn.Sequential(
        nn.Linear(6, 16), nn.ReLU(), nn.Dropout(0.3), nn.Linear(16, 3)
    )


def noisy(death):
    """Augment from the loader's generator and, wrongly but often seen,
    from NumPy's global one.
    """

    def transform(x, rng):
        death.at("step")
        noise = rng.standard_normal(x.shape)
        noise += np.random.standard_normal(x.shape)
        return x + 0.1 * noise.astype(np.float32)

    return transform


def data():
    rng = np.random.default_rng(8)
    x = rng.standard_normal((ROWS, 6)).astype(np.float32)
    return x, (x @ rng.standard_normal((6, 3))).argmax(1)


def run(backend, seed, checkpoint, result, place="", count=0):
    """One start: to its end, or to its death."""
    d2l = importlib.import_module(f"d2lcode.{backend}")
    d2l.set_seed(seed)
    model, (x, y) = net(backend), data()
    transform = noisy(Death(place, count))
    batches = d2l.loader(
        (x, y), BATCH, shuffle=True, seed=2, transform=transform
    )
    history = d2l.fit(
        model,
        batches,
        (x[:50], y[:50]),
        epochs=EPOCHS,
        optimizer="adam",
        lr=0.01,
        schedule=lambda step: 1 / (1 + step / 100),
        clip_norm=1.0,
        patience=EPOCHS,
        checkpoint=checkpoint,
        checkpoint_every=checkpoint and EVERY,
        progress=False,
    )
    outcome = {
        "losses": [loss.hex() for loss in history.losses],
        "valid": [loss.hex() for loss in history["valid_loss"]],
        "means": [loss.hex() for loss in history["loss"]],
        "outputs": d2l.predict(model, x[:5]).tolist(),
    }
    result.write_text(json.dumps(outcome), "utf-8")


def warm(backend):
    """Import the framework, with what it imports only for an optimizer.

    No gradient is computed: a copy of a process must not miss threads.
    """
    importlib.import_module(f"d2lcode.{backend}")
    if backend == "torch":
        from torch import optim

        optim.Adam(net(backend).parameters())


def start(*args):
    """Run in a process of its own; its exit code."""
    context = multiprocessing.get_context(START)
    process = context.Process(target=run, args=args)
    process.start()
    process.join()
    return process.exitcode


def main(backend, folder):
    """The run undisturbed, and the run that is killed ten times."""
    warm(backend)
    start(backend, SEED, None, folder / "undisturbed.json")
    path, result = folder / "run.ckpt", folder / "resumed.json"
    for number, moment in enumerate(moments(backend), 1):
        # Only the checkpoint can know where the generators stood.
        seed = SEED + number * path.exists()
        code = start(backend, seed, path, result, *moment)
        there = path.read_bytes() if path.exists() else b""
        digest = there and hashlib.sha256(there).hexdigest()
        line = {"moment": moment, "code": code, "checkpoint": digest or ""}
        print(json.dumps(line), flush=True)
    start(backend, SEED + KILLS + 1, path, result)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

"""A run that is killed and started again; not a test, but what one runs.

    python marathon.py torch run.ckpt [steps between checkpoints]

Prints "step" before each step, and at the end one line of
JSON: every loss in hexadecimal, so to the bit.
"""

import importlib
import json
import sys
import time

import numpy as np

EPOCHS, ROWS, BATCH = 24, 240, 10


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


def noisy(x, rng):
    """Augment from the loader's generator and, wrongly but often seen,
    from NumPy's global one; and take a moment, so that kills hit.
    """
    print("step", flush=True)
    time.sleep(0.001)
    noise = rng.standard_normal(x.shape) + np.random.standard_normal(x.shape)
    return x + 0.1 * noise.astype(np.float32)


def data():
    rng = np.random.default_rng(8)
    x = rng.standard_normal((ROWS, 6)).astype(np.float32)
    return x, (x @ rng.standard_normal((6, 3))).argmax(1)


def main(backend, checkpoint=None, every=None):
    d2l = importlib.import_module(f"d2lcode.{backend}")
    d2l.set_seed(11)
    model, (x, y) = net(backend), data()
    batches = d2l.loader((x, y), BATCH, shuffle=True, seed=2, transform=noisy)
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
        checkpoint_every=checkpoint and every,
        progress=False,
    )
    result = {
        "losses": [loss.hex() for loss in history.losses],
        "valid": [loss.hex() for loss in history["valid_loss"]],
        "means": [loss.hex() for loss in history["loss"]],
        "outputs": d2l.predict(model, x[:5]).tolist(),
    }
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    backend, path, *every = sys.argv[1:]
    main(backend, path or None, *map(int, every))

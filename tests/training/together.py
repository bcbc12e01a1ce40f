"""What the processes of one launch do; each writes down what it found."""

import importlib
import json
import os
import signal
import sys
from pathlib import Path

import numpy as np

STEPS_TO_LIVE = 7
BACKEND, FOLDER = sys.argv[1], Path(sys.argv[2])
d2l = importlib.import_module(f"d2lcode.{BACKEND}")
nn = importlib.import_module(f"{BACKEND}.nn")


def data(n, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((n, 6)).astype(np.float32)
    return x, (x @ rng.standard_normal((6, 3))).argmax(1)


def sentences(n=13, classes=5):
    rng = np.random.default_rng(1)
    x = [rng.integers(0, classes, rng.integers(1, 9)) for _ in range(n)]
    return x, [np.roll(row, 1) for row in x]


def net(*between):
    layers = [nn.Linear(6, 8), nn.ReLU(), *between, nn.Linear(8, 3)]
    return nn.Sequential(*layers)


class Tagger(nn.Module if BACKEND == "torch" else nn.Layer):
    """A score for every class from each token by itself."""

    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(5, 4)
        self.head = nn.Linear(4, 5)

    def forward(self, x):
        return self.head(self.table(x.values))


def losses(model, train, **options):
    """Of a run that no chance touches, whatever the processes."""
    options = {"epochs": 2, "progress": False, "lr": 0.2} | options
    history = d2l.fit(model, train, **options)
    return history.losses


def uneven():
    d2l.set_seed(3)
    return losses(
        net(), data(21), batch_size=8, optimizer="adam", clip_norm=0.5
    )


def last_of_one():
    d2l.set_seed(3)
    return losses(net(), data(17), batch_size=8)


def tokens():
    d2l.set_seed(3)
    batches = d2l.loader(sentences(), 4, shuffle=True, by_length=True)
    return losses(Tagger(), batches, loss=d2l.token_cross_entropy)


def noisy():
    """A transform draws for the whole batch, and then it is dealt out."""

    def noise(x, rng):
        return x + rng.standard_normal(x.shape).astype(np.float32)

    d2l.set_seed(3)
    batches = d2l.loader(data(21), 8, shuffle=True, transform=noise)
    return losses(net(), batches)


def validated():
    d2l.set_seed(3)
    history = d2l.fit(
        net(),
        data(32),
        data(20, 1),
        epochs=8,
        lr=2.0,
        batch_size=8,
        patience=2,
        progress=False,
    )
    return history.losses + history["valid_loss"]


def twice():
    d2l.set_seed(3)
    model = net()
    first = losses(model, data(16), batch_size=8)
    return first + losses(model, data(16), batch_size=8)


def on_from(path, epochs=4):
    d2l.set_seed(3)
    return losses(
        net(), data(21), batch_size=8, epochs=epochs, checkpoint=path
    )


def resumed():
    """On from a checkpoint that another number of processes left."""
    return on_from(FOLDER / "other.ckpt")


SAME = [uneven, last_of_one, tokens, noisy, validated, twice, resumed]


def dropped():
    """Which numbers dropout took out here, after `fit` began."""
    d2l.set_seed(5)
    losses(net(), data(8), epochs=1)
    ones = importlib.import_module(BACKEND).ones([64])
    return nn.Dropout(0.5)(ones).tolist()


def with_dropout(path, steps=None):
    """A run with chance in it, that ends at once after so many steps."""
    left = [steps]

    def count(x, rng):
        if left[0] is not None:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return x

    d2l.set_seed(5)
    batches = d2l.loader(data(20), 4, shuffle=True, transform=count)
    return losses(
        net(nn.Dropout(0.5)),
        batches,
        epochs=3,
        checkpoint=path,
        checkpoint_every=path and 2,
    )


def weights(model):
    state = model.state_dict()
    return {name: part.tolist() for name, part in state.items()}


def with_batch_norm(rank):
    """Starts otherwise in every process; ends alike."""
    d2l.set_seed(rank)
    kind = nn.BatchNorm1d if BACKEND == "torch" else nn.BatchNorm1D
    model = net(kind(8))
    found = losses(model, data(16), batch_size=8)
    return [*found, weights(model)]


def refused(call):
    try:
        call()
    except ValueError as error:
        return str(error)
    return "not refused"


def refusals(rank):
    kind = nn.BatchNorm1d if BACKEND == "torch" else nn.BatchNorm1D
    path = FOLDER / f"only-{rank}.ckpt"
    if rank == 0:
        path.write_bytes((FOLDER / "other.ckpt").read_bytes())
    scorer = Scorer()
    return [
        refused(lambda: losses(net(), data(16 + 8 * rank), batch_size=8)),
        refused(lambda: losses(net(kind(8)), data(10), batch_size=8)),
        refused(lambda: losses(net(), data(8), loss=scorer)),
        refused(lambda: on_from(path)),
    ]


class Scorer(nn.Module if BACKEND == "torch" else nn.Layer):
    """A loss with weights of its own."""

    def __init__(self):
        super().__init__()
        self.score = nn.Linear(3, 1)

    def forward(self, outputs, y):
        return self.score(outputs).mean()


def main(task):
    rank = int(os.environ.get("RANK", os.environ.get("PADDLE_TRAINER_ID")))
    if task == "dies":
        with_dropout(FOLDER / "run.ckpt", STEPS_TO_LIVE if rank else None)
        return
    if task == "resumes":
        found = {"run": with_dropout(FOLDER / "run.ckpt")}
    else:
        found = {"run": with_dropout(None)}
        found |= {scenario.__name__: scenario() for scenario in SAME}
        found["batch norm"] = with_batch_norm(rank)
        found["dropped"] = dropped()
        found["refusals"] = refusals(rank)
    (FOLDER / f"{task}-{rank}.json").write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main(sys.argv[3])

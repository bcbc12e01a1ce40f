"""Optimizers, schedules and clipping by name: the same ten losses."""

import numpy as np
import pytest
from parity_cases import MODELS

from d2lcode import parity

OPTIMIZERS = ["sgd", "momentum", "adagrad", "rmsprop", "adam", "adamw"]


def gap(twins, name, **options):
    case = MODELS[name]
    pair = [case.make(d2l) for d2l in twins]
    return parity.compare(*pair, case.x, case.y, **options).losses


def test_both_know_the_same_names(twins):
    from d2lcode.paddle.defaults import OPTIMIZERS as IN_PADDLE
    from d2lcode.torch.defaults import OPTIMIZERS as IN_TORCH

    assert list(IN_TORCH) == list(IN_PADDLE) == OPTIMIZERS


@pytest.mark.parametrize("model", ["LinearRegression", "SoftmaxRegression"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_optimizer(twins, optimizer, model):
    assert gap(twins, model, optimizer=optimizer, lr=0.001) < 1e-4


def test_optimizers_are_told_apart(twins):
    """The ten losses of one are not those of another."""
    case = MODELS["SoftmaxRegression"]
    runs = {}
    start = case.make(twins[0])
    for name in OPTIMIZERS:
        model = case.make(twins[0])
        parity.carry(start, model)
        runs[name] = parity.losses(
            model, case.x, case.y, optimizer=name, lr=0.01
        )
    kinds = {tuple(np.round(run, 6)) for run in runs.values()}
    assert len(kinds) == len(OPTIMIZERS)


def test_schedule(twins):
    schedule = [1, 0.5, 2, 0.1, 1, 1, 0.2, 3, 1, 0.7, 0].__getitem__
    assert gap(twins, "LeNet", schedule=schedule) < 1e-4


def test_clipping(twins):
    assert gap(twins, "LeNet", clip_norm=0.1) < 1e-4


def test_batches_come_in_the_same_order(twins):
    x = np.arange(50, dtype=np.float32)[:, None]
    y = np.arange(50)
    epochs = []
    for d2l in twins:
        loader = d2l.loader((x, y), 8, shuffle=True, seed=3)
        epochs.append([b[1].numpy().tolist() for _ in "ab" for b in loader])
    assert epochs[0] == epochs[1]
    assert epochs[0][:7] != epochs[0][7:]


def test_a_whole_run_with_shuffling_and_validation_agrees(twins):
    case = MODELS["SoftmaxRegression"]
    models = [case.make(d2l) for d2l in twins]
    parity.carry(*models)
    runs = [
        d2l.fit(
            model,
            (case.x, case.y),
            (case.x[:9], case.y[:9]),
            epochs=3,
            lr=0.01,
            batch_size=5,
            seed=4,
            progress=False,
        )
        for d2l, model in zip(twins, models, strict=True)
    ]
    np.testing.assert_allclose(runs[0].losses, runs[1].losses, rtol=1e-4)
    np.testing.assert_allclose(
        runs[0]["valid_loss"], runs[1]["valid_loss"], rtol=1e-4
    )
    assert runs[0]["valid_accuracy"] == runs[1]["valid_accuracy"]

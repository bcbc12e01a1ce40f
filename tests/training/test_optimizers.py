"""Optimizers and schedules that would train nothing, or something else."""

import importlib

import numpy as np
import pytest

from d2lcode import parity


def quiet(d2l, model, data, **options):
    return d2l.fit(model, data, progress=False, **options)


class Own:
    """A framework's own optimizers and schedulers, by one name each."""

    def __init__(self, d2l):
        self.torch = d2l.__name__.endswith("torch")
        self.nn = importlib.import_module(d2l.__name__.split(".")[1]).nn

    def sgd(self, parameters, lr=0.1):
        if self.torch:
            import torch

            return torch.optim.SGD(parameters, lr=lr)
        import paddle

        return paddle.optimizer.SGD(lr, parameters=[*parameters])

    def scheduled(self, parameters, kind):
        """An optimizer and the scheduler that drives it."""
        if self.torch:
            from torch.optim import lr_scheduler as schedulers

            optimizer = self.sgd(parameters)
            if kind == "plateau":
                return optimizer, schedulers.ReduceLROnPlateau(optimizer)
            return optimizer, schedulers.StepLR(optimizer, 2)
        from paddle.optimizer import lr as schedulers

        if kind == "plateau":
            made = schedulers.ReduceOnPlateau(0.1)
        else:
            made = schedulers.StepDecay(0.1, 2)
        return self.sgd(parameters, made), made


@pytest.fixture
def own(d2l):
    return Own(d2l)


def test_a_schedule_that_waits_for_a_loss(d2l, own, blobs):
    model = d2l.SoftmaxRegression(2, 3)
    before = parity.weights(model)
    optimizer, schedule = own.scheduled(model.parameters(), "plateau")
    with pytest.raises(ValueError, match=r"Plateau is missing .*'metrics'"):
        quiet(
            d2l,
            model,
            blobs,
            epochs=1,
            optimizer=optimizer,
            schedule=schedule,
        )
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


def test_one_that_begins_with_a_warm_up(blobs):
    """PyTorch itself refuses to put it behind another."""
    pytest.importorskip("paddle")
    import paddle

    from d2lcode import paddle as d2l

    schedulers = paddle.optimizer.lr
    plateau = schedulers.ReduceOnPlateau(0.1)
    warm_up = schedulers.LinearWarmup(plateau, 2, 0.0, 0.1)
    model = d2l.SoftmaxRegression(2, 3)
    sgd = paddle.optimizer.SGD(warm_up, parameters=model.parameters())
    with pytest.raises(
        ValueError, match=r"is a LinearWarmup, and step\(\) of"
    ):
        quiet(d2l, model, blobs, epochs=1, optimizer=sgd, schedule=warm_up)


@pytest.mark.parametrize("optimizer", ["sgd", "another"])
def test_a_schedule_of_another_optimizer(d2l, own, blobs, optimizer):
    model = d2l.SoftmaxRegression(2, 3)
    _, schedule = own.scheduled(model.parameters(), "steps")
    if optimizer == "another":
        optimizer, _ = own.scheduled(model.parameters(), "steps")
    message = f"schedule is a {type(schedule).__name__} that does not drive"
    with pytest.raises(ValueError, match=message):
        quiet(
            d2l,
            model,
            blobs,
            epochs=1,
            optimizer=optimizer,
            schedule=schedule,
        )


def test_a_schedule_that_is_none(d2l, blobs):
    with pytest.raises(ValueError, match=r"schedule is 0\.9; expected a fun"):
        quiet(d2l, d2l.SoftmaxRegression(2, 3), blobs, epochs=1, schedule=0.9)


def test_an_optimizer_of_another_model(d2l, own, blobs):
    model, other = (d2l.SoftmaxRegression(2, 3) for _ in "ab")
    optimizer = own.sgd(other.parameters())
    with pytest.raises(ValueError, match="optimizer holds 2 tensors"):
        quiet(d2l, model, blobs, epochs=1, optimizer=optimizer)


def two_layers(own):
    return own.nn.Sequential(own.nn.Linear(2, 4), own.nn.Linear(4, 3))


def test_an_optimizer_from_before_the_head_was_replaced(d2l, own, blobs):
    model = two_layers(own)
    optimizer = own.sgd(model.parameters())
    model[1] = own.nn.Linear(4, 3)
    with pytest.raises(ValueError, match="2 of them not of this model; it la"):
        quiet(d2l, model, blobs, epochs=1, optimizer=optimizer)


def test_a_callable_that_makes_one_of_another_model(d2l, own, blobs):
    model, other = two_layers(own), two_layers(own)
    with pytest.raises(ValueError, match="4 of them not of this model"):
        quiet(
            d2l,
            model,
            blobs,
            epochs=1,
            optimizer=lambda _: own.sgd(other.parameters()),
        )


def test_a_part_of_the_model_is_fine_tuning(d2l, own, blobs):
    model = two_layers(own)
    before = parity.weights(model)
    optimizer = own.sgd(model[1].parameters())
    quiet(d2l, model, blobs, epochs=1, optimizer=optimizer)
    after = parity.weights(model)
    np.testing.assert_array_equal(after["0.weight"], before["0.weight"])
    assert (after["1.weight"] != before["1.weight"]).any()


@pytest.mark.parametrize("part", [slice(0, 2), slice(1, 2)])
def test_a_loss_may_have_parameters_too(d2l, own, blobs, part):
    class Stretched(own.nn.Linear):
        def forward(self, outputs, y):
            return d2l.choose_loss(None, y)(super().forward(outputs), y)

    model, loss = two_layers(own), Stretched(3, 3)
    held = [p for layer in [*model][part] for p in layer.parameters()]
    before = parity.weights(loss)
    optimizer = own.sgd([*held, *loss.parameters()])
    quiet(d2l, model, blobs, epochs=1, loss=loss, optimizer=optimizer)
    assert (parity.weights(loss)["weight"] != before["weight"]).any()


def groups(own, model):
    """Two groups, the second without weight decay."""
    first, second = ([*layer.parameters()] for layer in model)
    pair = [{"params": first}, {"params": second, "weight_decay": 0.0}]
    return own.sgd(pair)


def test_groups_of_parameters_are_looked_into(d2l, own, blobs):
    model, other = two_layers(own), two_layers(own)
    quiet(d2l, model, blobs, epochs=1, optimizer=groups(own, model))
    with pytest.raises(ValueError, match="optimizer holds 4 tensors"):
        quiet(d2l, model, blobs, epochs=1, optimizer=groups(own, other))

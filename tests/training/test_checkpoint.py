"""Checkpoints: what they hold, what they refuse, what they keep."""

import importlib

import numpy as np
import pytest

from d2lcode import parity
from d2lcode._checkpoint_file import previous, read_whole, write_whole


def run(d2l, path, blobs, epochs=2, model=None, **options):
    d2l.set_seed(3)
    model = model or d2l.SoftmaxRegression(2, 3)
    options = {"optimizer": "adam", "batch_size": 16} | options
    history = d2l.fit(
        model,
        blobs,
        blobs,
        epochs=epochs,
        lr=options.pop("lr", 0.01),
        checkpoint=path,
        progress=False,
        **options,
    )
    return model, history


def test_a_finished_run_is_not_run_again(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    model, history = run(d2l, path, blobs)
    whole = path.read_bytes()
    again, same = run(d2l, path, blobs)
    assert same.losses == history.losses
    assert same.epochs == history.epochs  # even the seconds: nothing ran
    assert path.read_bytes() == whole
    for name, array in parity.weights(again).items():
        np.testing.assert_array_equal(array, parity.weights(model)[name])


def test_a_run_can_be_made_longer(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs, epochs=2)
    _, longer = run(d2l, path, blobs, epochs=5)
    _, at_once = run(d2l, None, blobs, epochs=5)
    assert longer.losses == at_once.losses
    assert longer["valid_loss"] == at_once["valid_loss"]


class LightsOutError(Exception):
    """The lights went out."""


KINDS = ["sgd", "momentum", "adagrad", "rmsprop", "adamw"]


@pytest.mark.parametrize(
    ("step", "kind"),
    [(1, "adam"), (4, "adam"), (11, "adam"), *((7, kind) for kind in KINDS)],
)
def test_stopped_in_mid_epoch(d2l, blobs, tmp_path, step, kind):
    """Moments, a schedule, and layers made before: names must not mix."""

    def attempt(path, die=None):
        left = iter(range(die)) if die else None

        def transform(x, rng):
            if left is not None and next(left, None) is None:
                raise LightsOutError
            return x + rng.standard_normal(x.shape).astype(np.float32)

        loader = d2l.loader(blobs, 16, shuffle=True, transform=transform)
        return d2l.fit(
            model(),
            loader,
            epochs=3,
            optimizer=kind,
            lr=0.05,
            schedule=lambda step: 0.9**step,
            checkpoint=path,
            checkpoint_every=path and 2,
            progress=False,
        )

    def model():
        d2l.set_seed(3)
        return d2l.SoftmaxRegression(2, 3)

    path = tmp_path / "run.ckpt"
    with pytest.raises(LightsOutError):
        attempt(path, die=step)
    assert attempt(path).losses == attempt(None).losses


def test_patience_and_best_weights_survive(d2l, line, tmp_path):
    x, y = line
    options = {"epochs": 40, "lr": 0.1, "patience": 4, "progress": False}

    def attempt(path, epochs=40):
        d2l.set_seed(3)
        model = d2l.LinearRegression(2)
        with_path = options | {"checkpoint": path, "epochs": epochs}
        history = d2l.fit(model, line, (x, -y), **with_path)
        return history.losses, parity.weights(model)

    attempt(tmp_path / "run.ckpt", epochs=2)
    losses, resumed = attempt(tmp_path / "run.ckpt")
    expected, at_once = attempt(None)
    assert losses == expected
    again, kept = attempt(tmp_path / "run.ckpt")
    assert again == expected
    for name, array in at_once.items():
        np.testing.assert_array_equal(resumed[name], array)
        np.testing.assert_array_equal(kept[name], array)


def refusal(d2l, path, blobs, **options):
    with pytest.raises(d2l.CheckpointError) as refused:
        run(d2l, path, blobs, **options)
    assert str(path) in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("keep", [0, 5, 40, 60, 0.5, -1])
def test_cut_short(d2l, blobs, tmp_path, keep):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs)
    kept = previous(path).read_bytes()
    whole = path.read_bytes()
    size = int(keep * len(whole)) if isinstance(keep, float) else keep
    path.write_bytes(whole[:size])
    says = refusal(d2l, path, blobs)
    assert "cut short or altered" in says
    assert f"the one before it is kept as {previous(path)}" in says
    assert path.read_bytes() == whole[:size]
    assert previous(path).read_bytes() == kept


def test_the_one_before_can_be_resumed_from(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    _, history = run(d2l, path, blobs, epochs=3)
    path.write_bytes(b"")
    previous(path).replace(path)
    _, again = run(d2l, path, blobs, epochs=3)
    assert again.losses == history.losses


def test_one_bit_altered(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs)
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    assert "altered" in refusal(d2l, path, blobs)


def test_something_else_altogether(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    path.write_text("<html>404</html>" * 10, encoding="utf-8")
    assert "is no checkpoint of d2lcode" in refusal(d2l, path, blobs)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"lr": 0.02}, ["lr", "learning_rate"]),
        ({"optimizer": "sgd"}, ["optimizer is"]),
        ({"batch_size": 8}, ["batch_size is 16 there and 8 here"]),
        ({"seed": 1}, ["seed is 0 there and 1 here"]),
        ({"clip_norm": 1.0}, ["clip_norm is None there and 1.0 here"]),
        ({"mixed_precision": True}, ["mixed_precision is False there"]),
        ({"epochs": 1}, ["in its epoch 2, and epochs is 1 here"]),
    ],
)
def test_of_other_settings(d2l, blobs, tmp_path, options, named):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs)
    before = path.read_bytes()
    model = d2l.SoftmaxRegression(2, 3)
    weights = parity.weights(model)
    says = refusal(d2l, path, blobs, model=model, **options)
    assert any(name in says for name in named)
    assert path.read_bytes() == before
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, weights[name])


def test_of_another_model(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs)
    says = refusal(d2l, path, blobs, model=d2l.LinearRegression(2, 3))
    assert "model is 'SoftmaxRegression' there" in says
    says = refusal(d2l, path, blobs, model=d2l.SoftmaxRegression(2, 4))
    assert "shape of linear.bias is [3] there and [4] here" in says


def part(d2l, name):
    return importlib.import_module(f"{d2l.__name__}.{name}")


def halved(step):
    return 0.5**step


def other(blobs):
    """The same points, of which the first has another class."""
    x, y = blobs
    return x, np.concatenate([[(y[0] + 1) % 3], y[1:]])


@pytest.mark.parametrize(
    ("there", "here", "named"),
    [
        ({}, {"schedule": halved}, "schedule is None there and 'Lambda"),
        ({"schedule": halved}, {}, "' there and None here"),
        ({}, {"patience": 3}, "patience is None there and 3 here"),
        ({"patience": 3}, {"patience": 2}, "patience is 3 there and 2 here"),
        ({}, {"valid": None}, "valid is '96 examples with checksums"),
        ({"valid": None}, {}, "valid is None there and '96 examples"),
        ({}, {"valid": other}, "valid is '96 examples with checksums"),
    ],
)
def test_of_other_habits(d2l, blobs, tmp_path, there, here, named):
    """Refused before the model or a random generator is touched."""

    def attempt(model, epochs, valid=lambda blobs: blobs, **options):
        options |= {"checkpoint": tmp_path / "run.ckpt", "progress": False}
        valid = valid and valid(blobs)
        return d2l.fit(model, blobs, valid, epochs=epochs, **options)

    attempt(d2l.SoftmaxRegression(2, 3), 1, **there)
    model = d2l.SoftmaxRegression(2, 3)
    weights = parity.weights(model)
    np.random.seed(4)
    seeded = np.random.get_state()[1].copy()
    with pytest.raises(d2l.CheckpointError) as refused:
        attempt(model, 2, **here)
    assert named in str(refused.value)
    np.testing.assert_array_equal(np.random.get_state()[1], seeded)
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, weights[name])


def test_of_the_other_framework(twins, blobs, tmp_path):
    names = {"torch": "PyTorch", "paddle": "PaddlePaddle"}
    for backend, d2l in twins.items():
        d2l.save_checkpoint(tmp_path / backend, d2l.SoftmaxRegression(2, 3))
    for here, there in (("torch", "paddle"), ("paddle", "torch")):
        d2l, path = twins[here], tmp_path / there
        says = refusal(d2l, path, blobs)
        assert says == f"{path} was written by {names[there]}; " + (
            f"this is {names[here]}"
        )
        with pytest.raises(d2l.CheckpointError, match="was written by"):
            d2l.load_checkpoint(path, d2l.SoftmaxRegression(2, 3))


def test_what_the_framework_cannot_read(d2l, blobs, tmp_path):
    """The checksum is right: someone else wrote it, or another version."""
    path = tmp_path / "run.ckpt"
    framework = part(d2l, "checkpoint").FRAMEWORK
    write_whole(path, b"no such format", framework)
    says = refusal(d2l, path, blobs)
    assert f"holds what {framework} does not load" in says


def test_of_a_deeper_model(d2l, tmp_path):
    """All that is here is there too, and is not copied all the same."""
    nn = part(d2l, "checkpoint").nn

    def layers(count):
        return nn.Sequential(*[nn.Linear(2, 2) for _ in range(count)])

    d2l.save_checkpoint(tmp_path / "deep.ckpt", layers(2))
    model = layers(1)
    before = parity.weights(model)
    with pytest.raises(d2l.CheckpointError, match=r"shape of 1\.weight is"):
        d2l.load_checkpoint(tmp_path / "deep.ckpt", model)
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


def adam(d2l, parameters):
    return part(d2l, "defaults").choose_optimizer("adam", parameters, 0.01)


def test_of_an_optimizer_of_other_parameters(d2l, tmp_path):
    path = tmp_path / "model.ckpt"
    model = d2l.SoftmaxRegression(2, 3)
    d2l.save_checkpoint(path, model, adam(d2l, model.parameters()))
    weights = parity.weights(model)
    fresh = d2l.SoftmaxRegression(2, 3)
    before = parity.weights(fresh)
    for_one = adam(d2l, list(fresh.parameters())[:1])
    with pytest.raises(
        d2l.CheckpointError,
        match=r"tensors by group is \[2\] there and \[1\] here",
    ):
        d2l.load_checkpoint(path, fresh, for_one)
    for name, array in parity.weights(fresh).items():
        np.testing.assert_array_equal(array, before[name])
    d2l.load_checkpoint(path, fresh, adam(d2l, fresh.parameters()))
    for name, array in parity.weights(fresh).items():
        np.testing.assert_array_equal(array, weights[name])


def test_of_a_run_by_hand(d2l, blobs, tmp_path):
    """Model and optimizer of a run are there for whoever goes on alone."""
    path = tmp_path / "run.ckpt"
    model, _ = run(d2l, path, blobs)
    fresh = d2l.SoftmaxRegression(2, 3)
    d2l.load_checkpoint(path, fresh, adam(d2l, fresh.parameters()))
    for name, array in parity.weights(fresh).items():
        np.testing.assert_array_equal(array, parity.weights(model)[name])


def test_of_other_data(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    run(d2l, path, blobs)
    x, y = blobs
    assert "checksum of x" in refusal(d2l, path, (x + 1, y))
    assert "checksum of y" in refusal(d2l, path, (x, 2 - y))
    assert "shape of x" in refusal(d2l, path, (x[:90], y[:90]))


def test_save_and_load_by_hand(d2l, blobs, tmp_path):
    path = tmp_path / "deep" / "down" / "model.ckpt"
    model = d2l.SoftmaxRegression(2, 3)
    d2l.save_checkpoint(path, model, epoch=7, names=["a", "b"])
    other = d2l.SoftmaxRegression(2, 3)
    more = d2l.load_checkpoint(path, other)
    assert more == {"epoch": 7, "names": ["a", "b"]}
    np.testing.assert_array_equal(
        d2l.predict(model, blobs[0]), d2l.predict(other, blobs[0])
    )


def test_load_by_hand_refuses_and_leaves_the_model(d2l, tmp_path):
    path = tmp_path / "model.ckpt"
    d2l.save_checkpoint(path, d2l.LinearRegression(2))
    model = d2l.LinearRegression(3)
    before = parity.weights(model)
    with pytest.raises(d2l.CheckpointError, match=r"shape of linear\.weight"):
        d2l.load_checkpoint(path, model)
    np.testing.assert_array_equal(
        parity.weights(model)["linear.weight"], before["linear.weight"]
    )
    with pytest.raises(FileNotFoundError):
        d2l.load_checkpoint(tmp_path / "none.ckpt", model)


def test_a_model_alone_can_be_loaded_from_a_run(d2l, blobs, tmp_path):
    path = tmp_path / "run.ckpt"
    model, _ = run(d2l, path, blobs)
    other = d2l.SoftmaxRegression(2, 3)
    d2l.load_checkpoint(path, other)
    np.testing.assert_array_equal(
        d2l.predict(model, blobs[0]), d2l.predict(other, blobs[0])
    )


def test_random_generators_are_put_back(d2l, tmp_path):
    import random

    path = tmp_path / "model.ckpt"
    model = d2l.LinearRegression(2)
    d2l.save_checkpoint(path, model)

    def draw():
        weights = parity.weights(d2l.LinearRegression(5, 5))
        return (
            weights["linear.weight"][0, 0],
            np.random.rand(),
            random.random(),
        )

    first = draw()
    assert draw() != first
    d2l.load_checkpoint(path, model)
    assert draw() == first


def test_torch_files_hold_nothing_but_data(tmp_path, blobs):
    """weights_only refuses whatever could run code."""
    pytest.importorskip("torch")
    import io
    import pickle

    from d2lcode import torch as d2l

    class Evil:
        def __reduce__(self):
            return print, ("run!",)

    path = tmp_path / "evil.ckpt"
    write_whole(path, pickle.dumps(Evil()), "PyTorch")
    with pytest.raises(d2l.CheckpointError, match="does not load"):
        d2l.load_checkpoint(path, d2l.LinearRegression(2))
    d2l.save_checkpoint(path, d2l.LinearRegression(2))
    import torch

    content = read_whole(path, "PyTorch")
    parts = torch.load(io.BytesIO(content), weights_only=True)
    assert set(parts) == {
        "about",
        "model",
        "optimizer",
        "random",
        "run",
        "more",
    }

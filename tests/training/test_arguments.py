"""What is out of range is refused with name, value and what was expected."""

import numpy as np
import pytest


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"epochs": 0}, "epochs is 0; expected a whole number of at least 1"),
        ({"epochs": 1.5}, "epochs is 1.5"),
        ({"epochs": True}, "epochs is True"),
        ({"lr": 0}, "lr is 0; expected a finite number above 0"),
        ({"lr": float("nan")}, "lr is nan"),
        ({"batch_size": 0}, "batch_size is 0"),
        ({"seed": -1}, "seed is -1"),
        ({"clip_norm": 0.0}, "clip_norm is 0.0"),
        ({"patience": 0}, "patience is 0"),
        ({"patience": 2}, "valid is None; expected validation data"),
        ({"checkpoint_every": 0}, "checkpoint_every is 0"),
        ({"optimizer": "adamm"}, "optimizer is 'adamm'; expected"),
        ({"device": "abacus"}, "device is 'abacus'; expected"),
    ],
)
def test_fit(d2l, blobs, options, message):
    model = d2l.SoftmaxRegression(2, 3)
    with pytest.raises(ValueError, match="expected") as refusal:
        d2l.fit(model, blobs, **{"epochs": 1, "progress": False} | options)
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    "data",
    [
        5,
        (np.zeros((3, 2)),),
        (np.zeros((3, 2)), np.zeros(4)),
        (np.zeros((0, 2)), np.zeros(0)),
        "xy" * 4,
    ],
)
def test_data_that_are_no_pair(d2l, data):
    model = d2l.LinearRegression(2)
    for use in (
        lambda: d2l.fit(model, data, epochs=1),
        lambda: d2l.loader(data),
        lambda: d2l.evaluate(model, data),
    ):
        with pytest.raises(ValueError, match="expected"):
            use()


def test_targets_that_would_broadcast(d2l, line):
    """(n, 1) against (n,) is (n, n), and trains on nonsense in silence."""
    x, y = line
    model = d2l.LinearRegression(2)
    with pytest.raises(ValueError, match=r"y has shape \(64,\); expected"):
        d2l.fit(model, (x, y[:, 0]), epochs=1)
    with pytest.raises(ValueError, match=r"y has shape \(64,\); expected"):
        d2l.evaluate(model, (x, y[:, 0]))


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("LinearRegression", (0,), "in_features is 0"),
        ("LinearRegression", (2, 0), "out_features is 0"),
        ("SoftmaxRegression", (-1,), "in_features is -1"),
        ("SoftmaxRegression", (4, 0), "classes is 0"),
        ("LeNet", (0,), "classes is 0"),
        ("LeNet", (10, 0), "in_channels is 0"),
        ("LeNet1998", ("10",), "classes is '10'"),
        ("set_seed", (-1,), "seed is -1"),
        ("choose_device", ("abacus",), "device is 'abacus'"),
    ],
)
def test_the_rest(d2l, name, arguments, message):
    with pytest.raises(ValueError, match="expected") as refusal:
        getattr(d2l, name)(*arguments)
    assert message in str(refusal.value)


@pytest.mark.parametrize("shape", [(28,), 28, (1, 0), (1, 2.5), "ab"])
def test_summary(d2l, shape):
    with pytest.raises(ValueError, match="input_shape is"):
        d2l.summary(d2l.LinearRegression(2), shape)


@pytest.mark.parametrize("x", [np.zeros((0, 2)), 3.0])
def test_predict(d2l, x):
    with pytest.raises(ValueError, match="expected"):
        d2l.predict(d2l.LinearRegression(2), x)

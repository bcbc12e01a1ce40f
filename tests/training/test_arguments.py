"""What is out of range is refused with name, value and what was expected."""

import numpy as np
import pytest

from d2lcode import parity


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
        (
            {"batch_size": 97, "drop_last": True},
            "batch_size is 97 and drop_last is True; expected a batch_size "
            "of at most 96",
        ),
        ({"clip_norm": 0.0}, "clip_norm is 0.0"),
        ({"patience": 0}, "patience is 0"),
        ({"patience": 2}, "valid is None; expected validation data"),
        ({"checkpoint_every": 0}, "checkpoint_every is 0"),
        ({"checkpoint_every": 5}, "checkpoint is None; expected a file"),
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


TYPES = ["int8", "uint8", "int16", "uint16", "int32", "uint32", "uint64"]


@pytest.mark.parametrize("kind", TYPES)
def test_labels_of_any_whole_type_are_alike(d2l, blobs, kind):
    x, y = blobs

    def attempt(y):
        d2l.set_seed(0)
        model = d2l.SoftmaxRegression(2, 3)
        history = d2l.fit(model, (x, y), epochs=1, progress=False)
        return history.losses, d2l.evaluate(model, (x, y))

    assert attempt(y.astype(kind)) == attempt(y)


def test_truth_values_are_the_classes_0_and_1(d2l, blobs):
    x, y = blobs
    model = d2l.SoftmaxRegression(2, 3)
    d2l.fit(model, (x, y > 1), epochs=1, progress=False)
    scores = d2l.evaluate(model, (x, y > 1))
    assert scores == d2l.evaluate(model, (x, (y > 1) * 1))


def one(y, value):
    y = y.copy()
    y[7] = value
    return y


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (lambda y: one(y, 3), "y[7] is 3; expected a class from 0 to 2"),
        (lambda y: one(y, -1), "y[7] is -1; expected a class from 0 to 2"),
        (lambda y: y * 0 - 100, "y[0] is -100; expected a class"),
        (lambda y: y[:, None], "y has shape (96, 1) and holds whole"),
        (lambda y: y[:, None].repeat(3, 1), "expected shape (96,), one"),
        (lambda y: y.astype(str), "y has type <U21; expected numbers"),
        (lambda y: one(y * 1.0, np.nan), "y[7] is nan; expected finite"),
        (lambda y: y * 1.0, "y has shape (96,); expected that of"),
    ],
)
def test_labels_that_are_none(d2l, blobs, labels, message):
    """Training and scoring refuse them alike, and train nothing."""
    x, y = blobs
    model = d2l.SoftmaxRegression(2, 3)
    before = parity.weights(model)
    pair = x, labels(y)
    for use in (
        lambda: d2l.fit(model, pair, epochs=1, progress=False),
        lambda: d2l.evaluate(model, pair),
    ):
        with pytest.raises(ValueError, match="expected") as refusal:
            use()
        assert message in str(refusal.value)
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        (lambda y: one(y, 3), "valid.y[7] is 3; expected a class"),
        (lambda y: y[:, None], "valid.y has shape (96, 1)"),
        (lambda y: y * 1.0, "valid.y has type float32; expected whole"),
    ],
)
def test_labels_for_validation_are_looked_at_first(
    d2l, blobs, labels, message
):
    """Not after an epoch that may have taken an hour."""
    x, y = blobs
    model = d2l.SoftmaxRegression(2, 3)
    before = parity.weights(model)
    with pytest.raises(ValueError, match="expected") as refusal:
        d2l.fit(model, blobs, (x, labels(y)), epochs=1, progress=False)
    assert message in str(refusal.value)
    for name, array in parity.weights(model).items():
        np.testing.assert_array_equal(array, before[name])


def test_a_whole_price_is_no_class(d2l, line):
    x, _ = line
    with pytest.raises(ValueError, match="whole numbers are classes"):
        d2l.fit(d2l.LinearRegression(2), (x, np.arange(64)), epochs=1)


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        (lambda x: x.astype(np.uint8), "type uint8; expected float32: divide"),
        (lambda x: x > 0, "type bool; expected float32"),
        (lambda x: x.astype(int)[:, None, None], "divide pictures by 255"),
        (lambda x: x.astype(str), "expected numbers"),
        (lambda x: x * np.nan, "x[0, 0] is nan; expected finite numbers"),
        (lambda x: one(x, np.inf), "x[7, 0] is inf; expected finite"),
    ],
)
def test_inputs_of_another_kind(d2l, blobs, inputs, message):
    x, y = blobs
    model = d2l.SoftmaxRegression(2, 3)
    for use in (
        lambda: d2l.fit(model, (inputs(x), y), epochs=1),
        lambda: d2l.evaluate(model, (inputs(x), y)),
        lambda: d2l.predict(model, inputs(x)),
    ):
        with pytest.raises(ValueError, match="expected") as refusal:
            use()
        assert message in str(refusal.value)


def test_half_precision_is_made_single(d2l, blobs):
    x, _ = blobs
    model, half = d2l.SoftmaxRegression(2, 3), x.astype(np.float16)
    np.testing.assert_array_equal(
        d2l.predict(model, half), d2l.predict(model, half.astype(np.float32))
    )


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

"""One loop for every chapter: tuples, dicts, sequences, several outputs."""

import importlib

import numpy as np
import pytest
from recurrent import (
    forked,
    forked_loss,
    framework,
    measured,
    sentences,
    tagger,
)

from d2lcode import parity
from d2lcode._structures import Padded


def quiet(d2l, model, *data, **options):
    return d2l.fit(model, *data, progress=False, device="cpu", **options)


def test_batches_have_the_form_of_the_data(d2l):
    x, y = measured()
    tokens, _ = sentences(40)
    data = {"a": x["a"], "t": tokens}, (y, tokens)
    for loader in (
        d2l.loader(data, 16),
        d2l.loader(data, 16, shuffle=True, by_length=True),
    ):
        for inputs, (targets, words) in loader:
            n = len(inputs["a"])
            assert type(inputs["t"]) is type(words) is Padded is d2l.Padded
            values, lengths = (v.numpy() for v in inputs["t"])
            assert values.shape == (n, lengths.max())
            assert values.dtype == lengths.dtype == np.int64
            past = np.arange(lengths.max()) >= lengths[:, None]
            assert (values[past] == 0).all()
            assert (words.values.numpy()[past] == -1).all()
            assert targets[0].numpy().shape == (n,)
            assert targets[1].numpy().dtype == np.float32


def test_twins_see_the_same_batches(twins):
    tokens, targets = sentences(50)
    options = {"shuffle": True, "seed": 2, "by_length": True}
    runs = [
        [
            [v.numpy() for v in (*x, *y)]
            for _ in "ab"
            for x, y in d2l.loader((tokens, targets), 8, **options)
        ]
        for d2l in twins.values()
    ]
    for ours, theirs in zip(*runs, strict=True):
        for a, b in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(a, b)


def test_a_model_of_several_outputs_learns(d2l):
    x, y = measured(200)
    model = forked(d2l)
    options = {"loss": forked_loss(d2l), "lr": 0.1, "batch_size": 16}
    history = quiet(d2l, model, (x, y), (x, y), epochs=30, **options)
    assert history["valid_loss"][-1] < 0.5 * history["valid_loss"][0]
    logits, sizes = d2l.predict(model, x, batch_size=7)
    assert logits.shape == (200, 3)
    np.testing.assert_allclose(sizes["size"], y[1], atol=0.1)


def test_a_split_with_boxes_will_do(d2l):
    """BoxSplit has y as a dict; the boxes move with their picture."""
    from d2lcode.data.boxed import BoxSplit

    rng = np.random.default_rng(0)
    x = rng.random((12, 3, 4, 4), dtype=np.float32)
    boxes = np.tile(np.float32([0.1, 0.2, 0.3, 0.4]), (12, 2, 1))
    split = BoxSplit(x, boxes, np.zeros((12, 2), np.int64))

    def flip(x, y, rng):
        boxes = y["boxes"].copy()
        boxes[..., [0, 2]] = 1 - boxes[..., [2, 0]]
        return x[..., ::-1], y | {"boxes": boxes}

    (inputs, y), *_ = d2l.loader(split, 5, joint_transform=flip)
    np.testing.assert_array_equal(inputs.numpy(), x[:5, ..., ::-1])
    expected = np.tile(np.float32([0.7, 0.2, 0.9, 0.4]), (5, 2, 1))
    np.testing.assert_allclose(y["boxes"].numpy(), expected, rtol=1e-6)
    assert y["labels"].numpy().shape == (5, 2)


def test_sequences_are_learnt(d2l):
    data = sentences()
    model = tagger(d2l)
    loader = d2l.loader(data, 8, shuffle=True, by_length=True)
    options = {"optimizer": "adam", "lr": 0.05}
    loss = d2l.token_cross_entropy
    history = quiet(d2l, model, loader, data, epochs=12, loss=loss, **options)
    assert history["valid_loss"][-1] < 0.2 < history["valid_loss"][0]
    assert "valid_accuracy" not in history.columns


def test_a_score_does_not_depend_on_batches_nor_padding(d2l):
    tokens, targets = sentences()
    model, loss = tagger(d2l), d2l.token_cross_entropy
    total, count = 0.0, 0
    for x, y in zip(tokens, targets, strict=True):
        (logits,) = d2l.predict(model, [x])
        logits = logits.astype(np.float64)
        chosen = logits[np.arange(len(y)), y]
        total += (np.log(np.exp(logits).sum(1)) - chosen).sum()
        count += len(y)
    for size in (1, 5, 100):
        data = d2l.loader((tokens, targets), size, by_length=size == 5)
        score = d2l.evaluate(model, data, loss=loss)
        assert set(score) == {"loss"}
        assert score["loss"] == pytest.approx(total / count, rel=1e-5)


def test_metrics_see_the_whole_set_padded(d2l):
    tokens, targets = sentences()
    seen = []

    def right(y, outputs):
        seen.append((y, outputs))
        there = y.values >= 0
        return (outputs.argmax(-1) == y.values)[there].mean()

    options = {"loss": d2l.token_cross_entropy, "metrics": {"right": right}}
    data, model = (tokens, targets), tagger(d2l)
    first = d2l.evaluate(model, data, batch_size=3, **options)
    assert first == pytest.approx(d2l.evaluate(model, data, **options))
    (y, outputs), (whole, others) = seen
    assert type(y) is Padded
    np.testing.assert_array_equal(y.values, whole.values)
    np.testing.assert_array_equal(y.lengths, [len(t) for t in targets])
    assert outputs.shape == others.shape == (37, 8, 8)
    np.testing.assert_allclose(
        outputs[whole.values >= 0], others[whole.values >= 0], atol=1e-6
    )


def test_real_targets_of_sequences_count_by_their_lengths(d2l):
    x = [np.ones((2, 1)), np.ones((1, 1)), np.ones((5, 1))]
    y = [np.full(len(row), len(row) * 1.0) for row in x]

    def loss(outputs, y):
        there = (y.values >= 0) * 1.0
        return (y.values * there).sum() / there.sum()

    class Same(framework(d2l)[1]):
        def forward(self, x):
            return x.values

    for size in (1, 2, 3):
        score = d2l.evaluate(Same(), (x, y), loss=loss, batch_size=size)
        assert score["loss"] == pytest.approx((4 + 1 + 25) / 8)


@pytest.mark.parametrize("kind", ["dict", "tuple", "list of sequences"])
def test_without_a_default_a_loss_is_asked_for(d2l, kind):
    y = {
        "dict": {"a": np.zeros(4)},
        "tuple": (np.zeros(4), np.zeros(4)),
        "list of sequences": [[1]] * 4,
    }[kind]
    model, x = d2l.LinearRegression(2), np.zeros((4, 2))
    for use in (
        lambda: quiet(d2l, model, (x, y), epochs=1),
        lambda: quiet(d2l, model, (x, x), (x, y), epochs=1),
        lambda: d2l.evaluate(model, (x, y)),
    ):
        with pytest.raises(ValueError, match=r"\(loss=…\)") as refusal:
            use()
        assert f"y is a {kind}" in str(refusal.value)


def test_nor_is_there_one_for_several_outputs(d2l):
    x, y = measured()
    for target in y:
        with pytest.raises(ValueError, match="output is a tuple of 2"):
            quiet(d2l, forked(d2l), (x, target), epochs=1)


def test_outputs_that_are_not_one_an_example(d2l):
    """An LSTM's last states have another axis first."""

    class States(framework(d2l)[1]):
        def forward(self, x):
            return {"out": x, "state": x.T}

    with pytest.raises(ValueError, match=r'output\["state"\] has shape'):
        d2l.predict(States(), np.ones((5, 2)))


def test_accuracy_is_left_out_where_outputs_are_no_logits(d2l):
    class Same(framework(d2l)[1]):
        def forward(self, x):
            return x

    data = np.ones((4, 2, 3), np.float32), np.zeros(4, int)
    score = d2l.evaluate(Same(), data, loss=lambda outputs, y: outputs.mean())
    assert score == {"loss": 1.0}


@pytest.mark.parametrize("by_length", [False, True])
def test_a_run_with_sequences_is_resumed_to_the_bit(d2l, tmp_path, by_length):
    class LightsOutError(Exception):
        pass

    def attempt(path, die=None):
        left = iter(range(die or 10**6))

        def transform(x, y, rng):
            if next(left, None) is None:
                raise LightsOutError
            return x._replace(values=x.values * rng.integers(1, 2)), y

        loader = d2l.loader(
            sentences(),
            8,
            shuffle=True,
            joint_transform=transform,
            by_length=by_length,
        )
        options = {"checkpoint": path, "checkpoint_every": path and 2}
        options |= {"loss": d2l.token_cross_entropy, "optimizer": "adam"}
        model = tagger(d2l)
        history = quiet(d2l, model, loader, epochs=3, lr=0.01, **options)
        return history.losses, parity.weights(model)

    path = tmp_path / "run.ckpt"
    with pytest.raises(LightsOutError):
        attempt(path, die=8)
    losses, weights = attempt(path)
    expected, undisturbed = attempt(None)
    assert losses == expected
    for name, array in undisturbed.items():
        np.testing.assert_array_equal(weights[name], array)


def test_a_run_is_refused_where_any_part_differs(d2l, tmp_path):
    tokens, targets = sentences()

    def attempt(data, valid=None, epochs=1):
        loss, path = d2l.token_cross_entropy, tmp_path / "run.ckpt"
        options = {"loss": loss, "checkpoint": path, "epochs": epochs}
        return quiet(d2l, tagger(d2l), data, valid, **options)

    def other(part):
        return [part[0] * 0, *part[1:]]

    attempt((tokens, targets), (tokens, targets))
    for data, valid, named in (
        ((other(tokens), targets), (tokens, targets), "checksum of x is"),
        ((tokens, other(targets)), (tokens, targets), "checksum of y is"),
        ((tokens, targets), (other(tokens), targets), "valid is '37 exam"),
        ((tokens, targets), (tokens, other(targets)), "valid is '37 exam"),
    ):
        with pytest.raises(d2l.CheckpointError) as refused:
            attempt(data, valid, epochs=2)
        assert named in str(refused.value)


@pytest.mark.parametrize(("size", "fits"), [(1600, True), (1599, False)])
def test_all_parts_together_must_fit(d2l, monkeypatch, size, fits):
    """10 · (2 + 3 + 1) real numbers, 10 whole ones, …: 400 bytes."""
    loading = importlib.import_module(f"{d2l.__name__}.loading")
    monkeypatch.setattr(loading, "free_memory", lambda device: size)
    x, y = measured(10)
    extra = np.zeros((10, 2), np.float32)
    loader = d2l.loader((x | {"c": extra}, y), 4, shuffle=True)
    there = loading.on_device(loader, d2l.choose_device("cpu"))
    assert (there is not loader) is fits
    for (a, _), (b, _) in zip(
        there.batches(1), loader.batches(1), strict=True
    ):
        for name in b:
            np.testing.assert_array_equal(a[name].numpy(), b[name].numpy())


def test_what_is_padded_or_changed_stays_on_the_cpu(d2l, monkeypatch):
    loading = importlib.import_module(f"{d2l.__name__}.loading")
    monkeypatch.setattr(loading, "free_memory", lambda device: 10**9)
    device = d2l.choose_device("cpu")
    for loader in (
        d2l.loader(sentences(), 4),
        d2l.loader(({"a": sentences()[0]}, np.zeros(37)), 4),
        d2l.loader(measured(), 4, joint_transform=lambda x, y, rng: (x, y)),
    ):
        assert loading.on_device(loader, device) is loader


def test_batch_norm_refuses_a_batch_of_one_in_a_structure(d2l):
    nn, base = framework(d2l)

    class Normed(base):
        def __init__(self):
            super().__init__()
            kind = getattr(nn, "BatchNorm1d", None) or nn.BatchNorm1D
            self.norm = kind(2)

        def forward(self, x):
            return self.norm(x["a"])

    x, _ = measured(9)
    with pytest.raises(ValueError, match="leaves a batch of one of 9"):
        quiet(d2l, Normed(), (x, x["a"]), epochs=1, batch_size=4)


def test_recurrent_layers_can_be_moved_before_they_are_called(d2l):
    """Paddle's have a buffer without memory until then."""
    model = tagger(d2l)
    assert d2l.predict(model, sentences()[0], device="cpu").shape[0] == 37
    names = {*parity.weights(model)}
    quiet(d2l, model, sentences(), epochs=1, loss=d2l.token_cross_entropy)
    assert {*parity.weights(model)} == names

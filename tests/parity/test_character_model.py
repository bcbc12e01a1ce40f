"""The character model: as by hand, read in pieces, and writing."""

import numpy as np
import pytest

from d2lcode import parity
from d2lcode.scratch.nlp.gru import gru
from d2lcode.scratch.nlp.lstm import lstm
from d2lcode.scratch.nlp.rnn import rnn

CELLS = ("rnn", "lstm", "gru")
cells = pytest.mark.parametrize("cell", CELLS)
X = np.random.default_rng(3).integers(0, 9, (2, 7))


def by_hand(model, cell, x):
    """Logits (n, t, size) from the model's own weights."""
    w = parity.weights(model)
    steps = w["embedding.weight"][x.T]
    zeros = np.zeros((len(x), w["head.weight"].shape[1]), np.float32)
    wx, wh = w["rnn.weight_ih_l0"].T, w["rnn.weight_hh_l0"].T
    bx, bh = w["rnn.bias_ih_l0"], w["rnn.bias_hh_l0"]
    states = {
        "rnn": lambda: rnn(steps, zeros, wx, wh, bx + bh),
        "lstm": lambda: lstm(steps, zeros, zeros, wx, wh, bx + bh)[0],
        "gru": lambda: gru(steps, zeros, wx, wh, bx, bh)[0],
    }[cell]()
    logits = states[1:] @ w["head.weight"].T + w["head.bias"]
    return logits.transpose(1, 0, 2)


def array(tensor):
    return tensor.detach().numpy()


def tensors(twin, x):
    batch, _ = next(iter(twin.loader((x, x), len(x))))
    return batch


def model_of(twin, cell="lstm", size=9, hidden=6):
    twin.set_seed(0)
    return twin.CharacterModel(size, hidden, cell, embedding_size=5)


@cells
def test_logits_are_those_by_hand(twins, cell):
    for twin in twins:
        model = model_of(twin, cell)
        np.testing.assert_allclose(
            twin.predict(model, X), by_hand(model, cell, X), atol=1e-5
        )


@cells
def test_pieces_with_the_state_handed_on_are_one_text(twins, cell):
    for twin in twins:
        model = model_of(twin, cell)
        model.eval()
        x = tensors(twin, X)
        whole, _ = model.read(x)
        first, state = model.read(x[:, :3])
        second, _ = model.read(x[:, 3:], state)
        np.testing.assert_allclose(
            array(whole),
            np.concatenate([array(first), array(second)], axis=1),
            atol=1e-5,
        )


@cells
def test_twins_with_the_same_weights_write_the_same_text(twins, cell):
    ours, theirs = (model_of(twin, cell) for twin in twins)
    parity.carry(ours, theirs)
    for options in ({}, {"seed": 5}, {"temperature": 0.5}):
        texts = [m.write([1, 2], 40, **options) for m in (ours, theirs)]
        assert texts[0] == texts[1]
        assert len(texts[0]) == 40
        assert set(texts[0]) <= set(range(9))
        assert {type(number) for number in texts[0]} == {int}


def test_what_is_written_depends_on_the_seed_alone(twins):
    for twin in twins:
        model = model_of(twin)
        first = model.write([3], 30, seed=1)
        assert first == model.write([3], 30, seed=1)
        assert first != model.write([3], 30, seed=2)


def test_near_zero_the_likeliest_comes_each_time(twins):
    for twin in twins:
        model = model_of(twin)
        text = [4, 0]
        for _ in range(6):
            text.append(
                int(twin.predict(model, np.array([text]))[0, -1].argmax())
            )
        assert model.write([4, 0], 6, temperature=1e-4) == text[2:]


def test_draws_follow_the_probabilities(twins):
    for twin in twins:
        model = model_of(twin, "rnn", size=3)
        z = twin.predict(model, np.array([[1]]))[0, -1].astype(float) / 2
        p = np.exp(z) / np.exp(z).sum()
        drawn = [
            model.write([1], 1, temperature=2.0, seed=seed)[0]
            for seed in range(600)
        ]
        shares = np.bincount(drawn, minlength=3) / 600
        np.testing.assert_allclose(shares, p, atol=0.07)


def test_it_learns_a_pattern_and_writes_it(twins):
    text = np.tile([1, 1, 2, 0, 2], 60)
    x, y = text[:-1].reshape(13, 23), text[1:].reshape(13, 23)
    for twin in twins:
        twin.set_seed(0)
        model = twin.CharacterModel(3, 12, "gru", embedding_size=4)
        history = twin.fit(
            model,
            (x, y),
            epochs=40,
            batch_size=13,
            loss=twin.token_cross_entropy,
            optimizer="adam",
            lr=0.05,
            clip_norm=1.0,
            progress=False,
        )
        assert history.losses[-1] < 0.25
        drawn = model.write([1, 1, 2], 10, temperature=0.1)
        assert drawn == [0, 2, 1, 1, 2] * 2


def test_an_lstm_begins_by_remembering(twins):
    for twin in twins:
        w = parity.weights(model_of(twin))
        np.testing.assert_array_equal(
            w["rnn.bias_ih_l0"], np.repeat([0, 1, 0, 0], 6)
        )
        assert not w["rnn.bias_hh_l0"].any()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda m: m(0, 4), "size is 0; expected a whole number"),
        (lambda m: m(4, 0), "hidden_size is 0; expected a whole number"),
        (lambda m: m(4, 4, embedding_size=0), "embedding_size is 0; expected"),
        (lambda m: m(4, 4, "LSTM"), "cell is 'LSTM'; expected one of"),
        (lambda m: m(4, 4).write([], 3), "start is empty; expected"),
        (lambda m: m(4, 4).write([1], -1), "length is -1; expected"),
        (lambda m: m(4, 4).write([1], 1, seed=-1), "seed is -1; expected"),
        (
            lambda m: m(4, 4).write([1], 1, temperature=0),
            "temperature is 0; expected a finite number above 0",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(twins, call, message):
    for twin in twins:
        with pytest.raises(ValueError, match=message):
            call(twin.CharacterModel)

"""Encoder, decoder and their attention: both twins, and by hand."""

import numpy as np
import pytest

from d2lcode import parity

RNG = np.random.default_rng(3)
LENGTHS = [5, 2, 7, 1, 4]
SOURCE = [RNG.integers(4, 11, n) for n in LENGTHS]
TARGET = [np.append(1, RNG.integers(4, 9, n % 4 + 1)) for n in LENGTHS]
NEXT = [np.append(tokens[1:], 2) for tokens in TARGET]
SIZES = 11, 9, 6, 8

attention = pytest.mark.parametrize("attention", [True, False])


def pair_of(twins, attention=True, seed=0):
    for d2l in twins:
        d2l.set_seed(seed)
    ours, theirs = (d2l.Seq2Seq(*SIZES, attention) for d2l in twins)
    loud = {k: 5 * v for k, v in parity.weights(ours).items()}
    parity.load(ours, loud)
    parity.carry(ours, theirs)
    return ours, theirs


@attention
def test_outputs_gradients_and_ten_steps_agree(twins, attention):
    for pair in (twins, twins[::-1]):
        gap = parity.compare(
            *pair_of(pair, attention),
            (SOURCE, TARGET),
            NEXT,
            loss="token_cross_entropy",
        )
        assert gap.outputs < 1e-5
        assert gap.gradients < 1e-4
        assert gap.losses < 1e-4


@attention
def test_padding_changes_nothing(twins, attention):
    """A sentence has the logits that it has alone."""
    for d2l, model in zip(twins, pair_of(twins, attention), strict=True):
        together = d2l.predict(model, (SOURCE, TARGET))
        for i, (source, target) in enumerate(zip(SOURCE, TARGET, strict=True)):
            alone = d2l.predict(model, ([source], [target]))
            assert np.allclose(together[i][: len(target)], alone[0], atol=1e-6)


@attention
def test_attention_by_hand(twins, attention):
    """softmax(q W k) of the encoder's states, or the same for each."""
    for d2l, model in zip(twins, pair_of(twins, attention), strict=True):
        weights = d2l.attention_map(model, SOURCE[2], TARGET[2])
        assert weights.shape == (len(TARGET[2]), len(SOURCE[2]))
        assert np.allclose(weights.sum(axis=1), 1, atol=1e-6)
        assert (np.ptp(weights, axis=1) < 1e-6).all() != attention


def test_the_weights_are_the_softmax_of_the_scores(twins):
    rng = np.random.default_rng(4)
    queries = rng.normal(size=(2, 3, 8)).astype(np.float32)
    keys = rng.normal(size=(2, 5, 8)).astype(np.float32)
    mask = np.array([[1, 1, 0, 1, 0], [1, 1, 1, 1, 1]], bool)
    for d2l, model in zip(twins, pair_of(twins), strict=True):
        score = parity.weights(model)["decoder.attention.score.weight"]
        powers = np.exp((queries @ score.T) @ keys.transpose(0, 2, 1))
        powers = powers * mask[:, None]
        wanted = powers / powers.sum(axis=2, keepdims=True)
        given = tensors(d2l, queries, keys, mask)
        context, weights = model.decoder.attention(*given)
        made = weights.detach().numpy(), context.detach().numpy()
        assert np.allclose(made[0], wanted, atol=1e-6)
        assert np.allclose(made[1], wanted @ keys, atol=1e-5)
        assert made[0][0, :, [2, 4]].max() < 1e-25  # Paddle: e to the −64


def tensors(d2l, *arrays):
    """Tensors of the twin's framework."""
    if d2l.__name__.endswith("torch"):
        import torch

        return [torch.from_numpy(array) for array in arrays]
    import paddle

    return [paddle.to_tensor(array) for array in arrays]


@attention
def test_both_write_the_same(twins, attention):
    ours, theirs = (
        d2l.translate(model, SOURCE, max_length=9, batch_size=2)
        for d2l, model in zip(twins, pair_of(twins, attention), strict=True)
    )
    for a, b in zip(ours, theirs, strict=True):
        assert np.array_equal(a, b)
        assert len(a) <= 9
        assert 2 not in a
    assert any(len(a) for a in ours)


def test_greedy_search_feeds_back_its_likeliest_token(twins):
    """The step function, asked again and again, writes what translate does."""
    for d2l, model in zip(twins, pair_of(twins, seed=2), strict=True):
        made = d2l.translate(model, SOURCE, max_length=6)
        for source, tokens in zip(SOURCE, made, strict=True):
            step = d2l.next_token(model, source)
            written = [1]
            while len(written) < 7:
                likely = int(step(np.array([written]))[0].argmax())
                if likely == 2:
                    break
                written.append(likely)
            assert written[1:] == tokens.tolist()


def test_steps_give_log_probabilities_of_all_beginnings(twins):
    ours, theirs = (
        d2l.next_token(model, SOURCE[0])(np.array([[1, 4], [1, 7]]))
        for d2l, model in zip(twins, pair_of(twins), strict=True)
    )
    assert ours.shape == (2, 9)
    assert np.allclose(np.exp(ours).sum(axis=1), 1, atol=1e-5)
    assert np.allclose(ours, theirs, atol=1e-5)
    assert not np.allclose(ours[0], ours[1])


def test_the_models_mode_is_as_before(twins):
    for d2l, model in zip(twins, pair_of(twins), strict=True):
        model.train()
        d2l.translate(model, SOURCE[:1], max_length=2)
        d2l.next_token(model, SOURCE[0])(np.array([[1]]))
        assert model.training


@pytest.mark.parametrize("hidden_size", [0, 7])
def test_sizes_out_of_range(twins, hidden_size):
    for d2l in twins:
        with pytest.raises(ValueError, match=f"hidden_size is {hidden_size}"):
            d2l.Seq2Seq(5, 5, 4, hidden_size)


def test_lengths_out_of_range(twins):
    for d2l, model in zip(twins, pair_of(twins), strict=True):
        with pytest.raises(ValueError, match="max_length is 0"):
            d2l.translate(model, SOURCE, max_length=0)

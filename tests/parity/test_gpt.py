"""The small GPT: nothing from the future, and a cache that changes nothing."""

import importlib
import itertools

import numpy as np
import pytest

from d2lcode import parity
from d2lcode.scratch.nlp.positions import distance_mask

frameworks = pytest.mark.parametrize("name", ["torch", "paddle"])


def twin(name):
    pytest.importorskip(name)
    d2l = importlib.import_module(f"d2lcode.{name}")
    d2l.set_seed(3)
    return d2l


def sharpened(model, by=3.0):
    """A new model is nearly indifferent; make its opinions strong."""
    arrays = parity.weights(model)
    big = {k: a * by if a.ndim == 2 else a for k, a in arrays.items()}
    parity.load(model, big)
    return model


def logits(d2l, model, tokens, cache=None):
    batch = next(iter(d2l.loader((tokens, tokens), len(tokens))))[0]
    return model(batch, cache).detach().numpy()


@frameworks
def test_the_cache_gives_the_same_tokens(name):
    d2l = twin(name)
    for seed, top_k in itertools.product(range(5), (None, 3)):
        model = sharpened(d2l.GPT(13, width=16, num_heads=2, depth=2))
        options = {"top_k": top_k, "seed": seed, "temperature": 0.8}
        start = [seed, 12, 5]
        one = model.write(start, 80, **options)
        assert one == model.write(start, 80, cached=False, **options)
        assert len(one) == 80
        assert len(set(one)) > 1


@frameworks
def test_the_cache_gives_the_same_logits_piece_by_piece(name):
    d2l = twin(name)
    model = sharpened(d2l.GPT(13, width=16, num_heads=2, depth=3))
    tokens = np.random.default_rng(0).integers(0, 13, (3, 20))
    whole = logits(d2l, model, tokens)
    cache = model.new_cache()
    cuts = itertools.pairwise([0, 4, 5, 6, 13, 20])
    parts = [logits(d2l, model, tokens[:, a:b], cache) for a, b in cuts]
    np.testing.assert_allclose(np.concatenate(parts, 1), whole, atol=2e-5)
    assert [len(part) for part in cache] == [20] * 3
    assert [len(part) for part in model.new_cache()] == [0] * 3


@frameworks
def test_no_place_sees_what_comes_after_it(name):
    d2l = twin(name)
    model = sharpened(d2l.GPT(13, width=16, num_heads=2, depth=2))
    tokens = np.random.default_rng(0).integers(0, 13, (1, 12))
    other = tokens.copy()
    other[0, 7] = (other[0, 7] + 1) % 13
    ours, theirs = logits(d2l, model, tokens), logits(d2l, model, other)
    np.testing.assert_array_equal(ours[:, :7], theirs[:, :7])
    assert (np.abs(ours - theirs)[:, 7:].max(-1) > 1e-3).all()


@frameworks
def test_order_counts_where_there_are_slopes_only(name):
    d2l = twin(name)
    tokens = np.array([[4, 1, 9, 2, 6]])
    mixed = tokens[:, [2, 0, 3, 1, 4]]
    for slopes, told in ((None, True), ([0.0, 0.0], False)):
        model = d2l.GPT(13, width=16, num_heads=2, depth=1, slopes=slopes)
        model = sharpened(model)
        last, again = (logits(d2l, model, t)[0, -1] for t in (tokens, mixed))
        assert np.allclose(last, again, atol=1e-4) != told


@frameworks
def test_its_mask_is_the_one_by_hand(name):
    d2l = twin(name)
    slopes = [0.5, 0.25]
    model = d2l.GPT(5, width=8, num_heads=2, depth=1, slopes=slopes)
    for queries, keys in ((4, 4), (1, 6), (2, 3)):
        mask = distance_mask(np.array(slopes), queries, keys)
        np.testing.assert_array_equal(model.mask(queries, keys), mask)


@frameworks
def test_a_new_model_knows_nothing(name):
    d2l = twin(name)
    tokens = np.random.default_rng(0).integers(0, 65, (8, 32))
    z = logits(d2l, d2l.GPT(65), tokens)
    loss = np.log(np.exp(z).sum(-1)).mean() - z.mean()
    assert abs(loss - np.log(65)) < 0.3


@frameworks
def test_arguments_out_of_range(name):
    d2l = twin(name)
    with pytest.raises(ValueError, match=r"width is 10; .* multiple of 3"):
        d2l.MultiHeadAttention(10, 3)
    with pytest.raises(ValueError, match="depth is 0; expected a whole"):
        d2l.GPT(5, depth=0)
    with pytest.raises(ValueError, match="vocab_size is 0"):
        d2l.GPT(0)
    with pytest.raises(ValueError, match="expected 4 finite numbers"):
        d2l.GPT(5, slopes=[1.0])
    model = d2l.GPT(5, width=8, num_heads=2, depth=1)
    with pytest.raises(ValueError, match="start is empty"):
        model.write([], 3)
    with pytest.raises(ValueError, match="length is -1"):
        model.write([1], -1)
    assert model.write([1], 0) == []

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode import data
from d2lcode.scratch.nlp.ngram import NGram

texts = st.text("abc", max_size=12)


def plainly(text, order, size, character, context):
    """Witten and Bell's formula by its own words, and from the top down."""
    if order == 0:
        return Fraction(1, size)
    shorter = plainly(text, order - 1, size, character, context)
    h = context[len(context) - order + 1 :]
    if len(context) < order - 1:
        return shorter
    places = range(len(text) - order + 1)
    follow = [text[i + order - 1] for i in places if text[i:].startswith(h)]
    if not follow:
        return shorter
    kinds = len(set(follow))
    count = follow.count(character)
    return (count + kinds * shorter) / Fraction(len(follow) + kinds)


@given(texts, st.integers(1, 4), texts)
def test_probabilities_are_those_of_a_plain_count(text, order, context):
    model = NGram(text, order, 5)
    each = [model.probability(c, context) for c in "abcd"]
    right = [plainly(text, order, 5, c, context) for c in "abcd"]
    np.testing.assert_allclose(each, [float(p) for p in right], rtol=1e-12)


@given(texts, st.integers(1, 4), texts)
def test_probabilities_add_up_to_one(text, order, context):
    model = NGram(text, order, 4)
    total = sum(model.probability(c, context) for c in "abcd")
    assert total == pytest.approx(1)


@given(texts.filter(bool), st.integers(1, 4))
def test_the_loss_is_the_mean_surprise(text, order):
    model = NGram("abcabb", order, 4)
    nats = [
        -np.log(model.probability(text[i], text[:i])) for i in range(len(text))
    ]
    assert model.loss(text) == pytest.approx(np.mean(nats))


def test_it_comes_near_a_source_that_is_known():
    story = data.time_machine(stand_in=True)
    size = len(set(story.train))
    losses = [NGram(story.train, n, size).loss(story.test) for n in (1, 3, 8)]
    best = story.truth.loss(story.test)
    assert losses == sorted(losses, reverse=True)
    assert best < losses[-1] < 1.2 * best


def test_what_it_writes_is_what_it_counted():
    model = NGram("abcdacbd" * 50, 2, 4)
    text = model.write("abcd", 200, start="ab", seed=1)
    assert len(text) == 202
    assert text.startswith("ab")
    follow = [b for a, b in pairwise(text) if a == "a"]
    assert 0.3 < follow.count("b") / len(follow) < 0.7
    assert text == model.write("abcd", 200, start="ab", seed=1)
    assert text != model.write("abcd", 200, start="ab", seed=2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: NGram("ab", 0, 2), "order is 0; expected a whole number"),
        (lambda: NGram("ab", 1, 0), "size is 0; expected a whole number"),
        (lambda: NGram("ab", 1, 1), "size is 1; expected at least 2"),
        (lambda: NGram("ab", 1, 2).loss(""), "text is empty"),
        (lambda: NGram("a", 1, 1).write("a", -1), "length is -1; expected"),
        (lambda: NGram("a", 1, 1).write("a", 1, seed=-1), "seed is -1"),
    ],
)
def test_what_makes_no_sense_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()

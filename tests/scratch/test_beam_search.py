"""Beam search by hand, against every sentence there is."""

import itertools

import numpy as np
import pytest

from d2lcode.scratch.seq2seq.beam_search import (
    Hypothesis,
    beam_search,
    best,
    grown,
)

START, END = 3, 0


def model(seed, v=3):
    """A distribution for every beginning, and what it was asked."""
    asked = []

    def row(tokens):
        rng = np.random.default_rng([seed, *tokens])
        return np.log(rng.dirichlet(np.ones(v)))

    def step(beginnings):
        asked.extend(map(tuple, beginnings.tolist()))
        return np.array([row(tokens) for tokens in beginnings.tolist()])

    return step, row, asked


def score(row, tokens):
    return sum(row(tokens[:i])[tokens[i]] for i in range(1, len(tokens)))


def every(row, longest, v=3):
    """All sentences, with their scores."""
    for n in range(1, longest + 1):
        for words in itertools.product(range(v), repeat=n):
            over = words[-1] == END
            if END not in words[:-1] and (over or n == longest):
                yield (START, *words), score(row, (START, *words))


def search(step, width, longest=4, alpha=0.0):
    return beam_search(
        step,
        start=START,
        end=END,
        width=width,
        max_length=longest,
        alpha=alpha,
    )


@pytest.mark.parametrize("alpha", [0.0, 1.0])
def test_a_beam_wide_enough_finds_the_best_of_all(alpha):
    for seed in range(20):
        step, row, _ = model(seed)
        found = search(step, 1000, alpha=alpha)
        merit = {
            tokens: s / (len(tokens) - 1) ** alpha
            for tokens, s in every(row, 4)
        }
        assert len(found) == len(merit)
        assert found[0].tokens == max(merit, key=merit.get)
        assert found[0].score == pytest.approx(score(row, found[0].tokens))


def test_width_1_is_greedy_search():
    for seed in range(20):
        step, row, _ = model(seed)
        tokens = (START,)
        while len(tokens) < 5 and tokens[-1] != END:
            tokens = (*tokens, int(np.argmax(row(tokens))))
        assert [h.tokens for h in search(step, 1)] == [tokens]


def test_a_finished_sentence_is_never_asked_about_and_none_twice():
    for seed in range(10):
        step, _, asked = model(seed)
        search(step, 3)
        assert all(END not in tokens[1:] for tokens in asked)
        assert len(set(asked)) == len(asked)
        assert max(map(len, asked)) <= 4


def test_the_start_token_may_be_the_end_token():
    step, _, _ = model(1)
    found = beam_search(step, start=END, end=END, width=2, max_length=3)
    assert len(found[0].tokens) > 1


def test_of_equals_the_smaller_tokens_come_first():
    a, b = Hypothesis((1, 2), -1.0), Hypothesis((1, 0), -1.0)
    assert best([a, b], 2) == [b, a]
    assert Hypothesis((1,), 0.0).merit(1.0) == 0


def test_only_the_likeliest_extensions_are_made():
    step, row, _ = model(5, v=9)
    made = grown([Hypothesis((START,), -1.0)], step, 4)
    assert {h.tokens[-1] for h in made} == set(np.argsort(-row((START,)))[:4])
    assert len(grown([Hypothesis((START,), -1.0)], step, 100)) == 9


@pytest.mark.parametrize("name", ["width", "max_length"])
def test_arguments_out_of_range(name):
    given = {"start": 3, "end": 0, "width": 1, "max_length": 1} | {name: 0}
    with pytest.raises(ValueError, match=f"{name} is 0"):
        beam_search(model(0)[0], **given)

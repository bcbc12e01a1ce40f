"""BLEU by hand is sacreBLEU's, to the last digit."""

import importlib.util
import random
from pathlib import Path

import numpy as np
import pytest
import sacrebleu

from d2lcode.scratch.seq2seq.bleu import bleu, brevity, matches, ngrams

SOLUTION = Path(__file__).parents[2] / "solutions/seq2seq/bleu.py"


def theirs(hypotheses, *references):
    return sacrebleu.corpus_bleu(
        hypotheses,
        [list(column) for column in references],
        smooth_method="none",
        tokenize="none",
        force=True,
    ).score


def sentence(rng, lengths=(0, 1, 1, 2, 3, 4, 5, 6, 8, 12)):
    return " ".join(rng.choices("abc,", k=rng.choice(lengths)))


def resembling(rng, text):
    """The same with a few words changed, left out or moved."""
    words = [w if rng.random() < 0.9 else "z" for w in text.split()]
    words = [w for w in words if rng.random() < 0.95]
    return " ".join(words + rng.choices("abc,", k=rng.choice([0, 0, 1, 3])))


def pairs(seed, n):
    rng = random.Random(seed)
    ours = [sentence(rng) for _ in range(n)]
    other = [
        resembling(rng, text) if rng.random() < 0.8 else sentence(rng)
        for text in ours
    ]
    return ours, other


def test_500_pairs_of_sentences_have_sacrebleus_score():
    ours, other = pairs(0, 500)
    assert "" in ours
    assert any(len(text.split()) == 1 for text in ours)
    scores = [bleu([a], [b]) for a, b in zip(ours, other, strict=True)]
    wanted = [theirs([a], [b]) for a, b in zip(ours, other, strict=True)]
    assert sum(score > 0 for score in wanted) > 100
    assert np.allclose(scores, wanted, rtol=1e-12, atol=0)


@pytest.mark.parametrize("n", [1, 2, 7, 60])
def test_whole_sets_have_sacrebleus_score(n):
    for seed in range(25):
        ours, other = pairs(seed, n)
        assert bleu(ours, other) == pytest.approx(theirs(ours, other))


def test_the_exercise_has_sacrebleus_score_with_several_references():
    spec = importlib.util.spec_from_file_location("solved_bleu", SOLUTION)
    solved = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(solved)
    for seed in range(40):
        ours, other = pairs(seed, 5)
        third = [resembling(random.Random(seed), text) for text in other]
        rows = [list(row) for row in zip(other, third, strict=True)]
        wanted = theirs(ours, other, third)
        assert solved.bleu(ours, rows) == pytest.approx(wanted)


def test_a_sentence_is_like_itself_and_unlike_others():
    assert bleu(["a b c d"], ["a b c d"]) == pytest.approx(100)
    assert bleu(["a b c d"], ["e f g h"]) == 0
    assert bleu([], []) == 0
    assert bleu([""], [""]) == 0


def test_matches_are_clipped():
    assert matches("the the the", "the cat", 1) == (1, 3)
    assert matches("a b a b", "a b", 2) == (1, 3)
    assert ngrams(["a"], 2) == {}


def test_only_what_is_short_is_penalised():
    assert brevity(["a b"], ["a b c d"]) == pytest.approx(np.exp(-1))
    assert brevity(["a b c"], ["a"]) == 1
    assert brevity([""], ["a"]) == 0


def test_as_many_references_as_hypotheses():
    with pytest.raises(ValueError, match="references has 1 sentences"):
        bleu(["a", "b"], ["a"])

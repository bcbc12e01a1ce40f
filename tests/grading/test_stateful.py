"""Answers with a state: each fault is told from the others."""

import numpy as np
import pytest

from d2lcode.grading import AnswerError
from d2lcode.grading.stateful import continues, forgets, keeps_rows_apart

X = np.random.default_rng(0).normal(size=(3, 6, 2))


def sound(x, state):
    """A leaky sum, with a count of the steps as a second state."""
    total, steps = state or (np.zeros((len(x), x.shape[2])), np.zeros(len(x)))
    outputs = []
    for t in range(x.shape[1]):
        total, steps = 0.5 * total + x[:, t], steps + 1
        outputs.append(total)
    return np.stack(outputs, axis=1), (total, steps)


def check_all(read):
    forgets(read, X, X[:2, ::-1])
    continues(read, X, [2, 3])
    keeps_rows_apart(read, X)


def test_a_sound_one_passes():
    check_all(sound)


def test_rounding_is_no_fault():
    def single(x, state):
        outputs, end = sound(x.astype(np.float32), state)
        return outputs.astype(np.float32), end

    check_all(single)


def test_a_state_that_is_kept():
    kept = {}

    def read(x, state):
        if state is None and "end" in kept and len(kept["end"][0]) == len(x):
            state = kept["end"]
        outputs, kept["end"] = sound(x, state)
        return outputs, kept["end"]

    with pytest.raises(AnswerError, match="a state kept in self"):
        forgets(read, X, X[:, ::-1])
    kept.clear()
    with pytest.raises(AnswerError, match="a state kept in self"):
        continues(read, X, [2, 3])


def ignores_the_state(x, _state):
    return sound(x, None)


def hands_back_the_first(x, state):
    outputs, end = sound(x, state)
    return outputs, (outputs[:, 0], end[1])


@pytest.mark.parametrize("read", [ignores_the_state, hands_back_the_first])
def test_a_state_that_is_not_handed_on(read):
    with pytest.raises(AnswerError, match="From step 2 on"):
        continues(read, X, [2, 3])


def looks_ahead(x, state):
    outputs, end = sound(x, state)
    return outputs + x.mean(axis=1, keepdims=True), end


def test_outputs_that_look_ahead():
    with pytest.raises(AnswerError, match="Do outputs look ahead"):
        continues(looks_ahead, X, [2, 3])


def counts_from_the_piece(x, state):
    outputs, (total, _) = sound(x, state)
    return outputs, (total, np.full(len(x), x.shape[1]))


def test_a_last_state_that_is_another():
    with pytest.raises(AnswerError, match="another state behind the last"):
        continues(counts_from_the_piece, X, [2, 3])


def mixes_rows(x, state):
    outputs, end = sound(x, state)
    return outputs - outputs.mean(axis=0), end


def drops_the_axis(x, state):
    outputs, end = sound(x, state)
    return outputs.squeeze(0) if len(x) == 1 else outputs, end


def last_state_of_all(x, state):
    outputs, (total, steps) = sound(x, state)
    return outputs, (total + steps.sum() * (len(x) - 1), steps)


@pytest.mark.parametrize(
    "read", [mixes_rows, drops_the_axis, last_state_of_all]
)
def test_rows_that_are_not_apart(read):
    with pytest.raises(AnswerError, match="Row 0 of 3 gives other"):
        keeps_rows_apart(read, X)

import numpy as np
import pytest

from d2lcode.scratch.seq2seq.small_models import END, small_model, written


def test_the_next_token_depends_on_the_last_one_only():
    step = small_model(3)
    rows = step(np.array([[6, 1, 2], [6, 5, 2], [6, 5, 1]]))
    assert np.allclose(np.exp(rows).sum(axis=1), 1)
    assert np.array_equal(rows[0], rows[1])
    assert not np.array_equal(rows[0], rows[2])


def test_models_differ_and_are_the_same_again():
    begin = np.array([[6]])
    first = small_model(0)(begin)
    assert np.array_equal(first, small_model(0)(begin))
    assert not np.array_equal(first, small_model(1)(begin))


def test_what_is_written_ends_or_has_seven_tokens():
    for seed in range(20):
        tokens = written(seed, width=4, alpha=1.0)
        assert tokens[-1] == END or len(tokens) == 7
        assert END not in tokens[:-1]


def test_a_width_below_1_is_refused():
    with pytest.raises(ValueError, match="width is 0"):
        written(0, width=0)

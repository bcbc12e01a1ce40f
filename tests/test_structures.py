"""Structures of arrays: walked, named, padded, joined."""

from collections import namedtuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcode import _structures as structures
from d2lcode._examples import as_arrays, unlabelled
from d2lcode._structures import Padded, Ragged

Pair = namedtuple("Pair", "left right")


def nested():
    return {"a": (np.ones(2), None), "b": Pair(np.zeros(2), [np.ones(3)])}


def test_each_keeps_the_form():
    doubled = structures.each(lambda a: a * 2, nested())
    assert doubled["a"][1] is None
    assert type(doubled["b"]) is Pair
    assert type(doubled["b"].right) is list
    np.testing.assert_array_equal(doubled["b"].right[0], [2, 2, 2])
    summed = structures.each(np.add, nested(), doubled)
    np.testing.assert_array_equal(summed["a"][0], [3, 3])


def test_leaves_have_the_names_by_which_they_are_reached():
    names = [name for name, _ in structures.leaves(nested(), "x")]
    assert names == ['x["a"][0]', 'x["b"].left', 'x["b"].right[0]']
    for name, leaf in structures.leaves(nested(), "x"):
        np.testing.assert_array_equal(eval(name, {"x": nested()}), leaf)


sequences = st.lists(
    st.lists(st.integers(0, 9), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
)


@given(part=sequences, data=st.data())
def test_a_batch_of_sequences_is_padded_as_a_plain_loop_does(part, data):
    x, y = as_arrays((part, part))
    rows = data.draw(st.lists(st.integers(0, len(part) - 1), min_size=1))
    for ragged, fill in ((x, 0), (y, -1)):
        values, lengths = ragged[np.array(rows)]
        longest = max(len(part[i]) for i in rows)
        expected = [part[i] + [fill] * (longest - len(part[i])) for i in rows]
        assert values.tolist() == expected
        assert lengths.tolist() == [len(part[i]) for i in rows]
        assert values.dtype == lengths.dtype == np.int64


def test_sequences_of_rows_are_padded_with_rows():
    part = [np.ones((2, 3)), np.ones((1, 3)) * 2]
    x, _ = as_arrays((part, [0, 1]))
    values, lengths = x[0:2]
    assert values.dtype == np.float32
    assert values[1].tolist() == [[2, 2, 2], [0, 0, 0]]
    assert lengths.tolist() == [2, 1]


def test_equal_lengths_make_padded_too():
    """Else a model would meet another type whenever lengths agree."""
    x, y = as_arrays(([[1, 2], [3, 4]], [0, 1]))
    assert isinstance(x, Ragged)
    assert isinstance(y, np.ndarray)
    pictures, _ = as_arrays(([np.ones((1, 4, 4))] * 2, [0, 1]))
    assert pictures.shape == (2, 1, 4, 4)


def test_a_target_may_be_empty_an_input_not():
    _, y = as_arrays(([[1], [2]], [np.zeros((0, 4)), np.ones((1, 4))]))
    assert y[0:2].values.tolist() == [[[-1] * 4], [[1] * 4]]
    _, y = as_arrays(([[1], [2]], [[], []]))
    assert y[0:2].values.shape == (2, 0)
    with pytest.raises(ValueError, match=r"^x\[1\] is empty; expected"):
        as_arrays(([[1], []], [0, 1]))


def test_padded_may_be_given_as_well():
    values = np.ones((3, 5), int)
    x, _ = as_arrays((Padded(values, np.array([5, 2, 1])), np.zeros(3)))
    assert type(x) is Padded


N = np.nan


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ({"a": [[1.0], [1.0, N], [1.0]]}, 'x["a"][1][1] is nan; expected'),
        ([[1], [[1, 2]], [1]], "x[1] has shape (1, 2); expected (t,), as"),
        ([np.ones((2, 2)), np.ones((2, 3))], "x[1] has shape (2, 3); expec"),
        ([[1], 3, [2]], "x[1] has shape (); expected"),
        ([[1], ["a"], [2]], "x[1] has type <U1; expected numbers"),
        ([np.ones(2, np.uint8)] * 3, "x[0] has shape (2,) and type uint8"),
        ([[1], [[1], [1, 2]], [3]], "x[1] is a list of unlike things"),
        (({"a": np.ones(3)}, np.ones(2)), 'x[0]["a"] of shape (3,), x[1] of'),
        (Padded(np.ones((3, 2)), np.ones(2)), "x.lengths of shape (2,)"),
        ({"a": np.full((3, 1), N)}, 'x["a"][0, 0] is nan'),
        ({"a": np.ones((3, 1, 2, 2), int)}, 'x["a"] has shape (3, 1, 2, 2)'),
        ({}, "expected as many of each, at least one"),
        ({"a": None}, 'x["a"] has type object; expected numbers'),
        (("abc", "de", "f"), "x has type <U3; expected numbers"),
        ([], "data has x of shape (0,), y of shape (3,); expected"),
    ],
)
def test_faults_are_named_by_their_place(x, message):
    with pytest.raises(ValueError, match="expected") as refusal:
        as_arrays((x, np.zeros(3)))
    assert message in str(refusal.value)


def test_numbers_in_a_tuple_are_one_array():
    x, y = as_arrays(((1.0, 2.0), (0, 1)))
    assert x.tolist() == [1, 2]
    assert y.tolist() == [0, 1]


@pytest.mark.parametrize("x", [{}, (), [], {"a": []}, 3.0, np.ones((0, 2))])
def test_no_inputs_at_all(x):
    with pytest.raises(ValueError, match="expected"):
        as_arrays(unlabelled(x))


def test_joined_arrays_are_padded_where_they_differ():
    a, b = np.ones((1, 2, 3)), np.ones((2, 4, 1)) * 2
    whole = structures.join([a, b], fill=-1)
    assert whole.shape == (3, 4, 3)
    np.testing.assert_array_equal(whole[:1, :2], a)
    np.testing.assert_array_equal(whole[1:, :, :1], b)
    assert (whole[0, 2:] == -1).all()
    assert (whole[1:, :, 1:] == -1).all()
    assert structures.join([b, b]).shape == (4, 4, 1)


def test_batches_count_for_what_they_hold():
    assert structures.weighted_mean([1.0, 4.0], [3, 1]) == 1.75
    with pytest.raises(ValueError, match="y holds no target"):
        structures.weighted_mean([0.0], [0])

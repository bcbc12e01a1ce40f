"""Labels against the scores they are for; it needs neither framework."""

import numpy as np
import pytest

from d2lcode._labels import LabelCheck, checked_labels


@pytest.mark.parametrize("kind", ["int8", "uint16", "int64", "bool"])
def test_whole_numbers_come_back_as_int64(kind):
    labels = checked_labels("y", np.array([0, 1, 1], kind), (3, 2))
    assert labels.dtype == np.int64
    assert labels.tolist() == [0, 1, 1]
    assert checked_labels("y", [2, 0], (2, 3)).tolist() == [2, 0]


def test_one_class_for_every_place():
    y = np.arange(6).reshape(2, 3)
    np.testing.assert_array_equal(checked_labels("y", y, (2, 6, 3)), y)
    with pytest.raises(ValueError, match=r"y\[1, 2\] is 5; expected a class"):
        checked_labels("y", y, (2, 5, 3))


@pytest.mark.parametrize(
    ("labels", "scores", "message"),
    [
        ([0, -1], (2, 3), r"y\[1\] is -1; expected a class from 0 to 2"),
        ([0, 3], (2, 3), r"y\[1\] is 3; expected a class from 0 to 2"),
        ([0.0, 1.0], (2, 3), "y has type float64; expected whole numbers"),
        (["a", "b"], (2, 3), "y has type <U1; expected whole numbers"),
        ([[0], [1]], (2, 3), r"y has shape \(2, 1\).* expected shape \(2,\)"),
        ([0, 1, 2], (2, 3), r"y has shape \(3,\)"),
        ([0, 1], (2,), r"y has shape \(2,\)"),
    ],
)
def test_what_is_no_label(labels, scores, message):
    with pytest.raises(ValueError, match=message):
        checked_labels("y", labels, scores)


def test_all_labels_are_looked_at_with_the_first_scores():
    check = LabelCheck({"y": np.array([0, 1, 2, 3])})
    check((2, 4), (2,))
    with pytest.raises(ValueError, match=r"y\[3\] is 3; expected"):
        check((2, 3), (2,))
    with pytest.raises(ValueError, match=r"y has shape \(2, 1\)"):
        check((2, 4), (2, 1))


def test_targets_are_named_and_of_a_length_of_their_own():
    y, other = np.zeros((4, 5), int), np.full((2, 7), 9)
    LabelCheck({"y": y})((4, 3, 5), (4, 5))
    check = LabelCheck({"y": y, "valid.y": other})
    with pytest.raises(ValueError, match=r"valid\.y\[0, 0\] is 9; expected"):
        check((4, 3, 5), (4, 5))

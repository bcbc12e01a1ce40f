"""`d2lcode.metrics` against scikit-learn, which is the independent truth."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn import metrics as sk

from d2lcode import metrics

CLASSES = 4
numbers = st.floats(-1e3, 1e3, width=32)


@st.composite
def labellings(draw):
    """Two lists of classes of the same length."""
    n = draw(st.integers(1, 40))
    classes = hnp.arrays(np.int64, n, elements=st.integers(0, CLASSES - 1))
    return draw(classes), draw(classes)


@st.composite
def regressions(draw):
    """Two columns of numbers, as (n,) or (n, 1)."""
    n = draw(st.integers(2, 40))
    shape = draw(st.sampled_from([(n,), (n, 1)]))
    column = hnp.arrays(np.float64, shape, elements=numbers)
    return draw(column), draw(column)


@st.composite
def rankings(draw):
    """Classes, and scores with many ties."""
    n = draw(st.integers(1, 30))
    y = draw(hnp.arrays(np.int64, n, elements=st.integers(0, CLASSES - 1)))
    tied = st.integers(0, 3).map(float)
    return y, draw(hnp.arrays(np.float64, (n, CLASSES), elements=tied))


@given(labellings())
def test_accuracy_is_that_of_scikit_learn(pair):
    assert metrics.accuracy(*pair) == pytest.approx(sk.accuracy_score(*pair))


@given(labellings())
def test_error_rate_is_that_of_scikit_learn(pair):
    expected = sk.zero_one_loss(*pair)
    assert metrics.error_rate(*pair) == pytest.approx(expected, abs=1e-12)


@given(labellings())
def test_confusion_matrix_is_that_of_scikit_learn(pair):
    expected = sk.confusion_matrix(*pair, labels=range(CLASSES))
    ours = metrics.confusion_matrix(*pair, classes=CLASSES)
    assert ours.dtype == np.int64
    np.testing.assert_array_equal(ours, expected)


def test_confusion_matrix_has_the_truth_in_rows():
    matrix = metrics.confusion_matrix([0, 0, 2], [1, 1, 2])
    assert matrix.tolist() == [[0, 2, 0], [0, 0, 0], [0, 0, 1]]


@given(labellings())
def test_precision_recall_f1_are_those_of_scikit_learn(pair):
    expected = sk.precision_recall_fscore_support(
        *pair, labels=range(CLASSES), zero_division=0
    )
    ours = metrics.precision_recall_f1(*pair, classes=CLASSES)
    for mine, theirs in zip(ours, expected[:3], strict=True):
        np.testing.assert_allclose(mine, theirs)


def test_precision_and_recall_are_not_swapped():
    ours = metrics.precision_recall_f1([0, 0, 0, 1], [0, 1, 1, 1])
    assert ours.precision.tolist() == [1, pytest.approx(1 / 3)]
    assert ours.recall.tolist() == [pytest.approx(1 / 3), 1]


@given(rankings(), st.integers(1, CLASSES - 1))
def test_top_k_accuracy_is_that_of_scikit_learn(ranking, k):
    y, scores = ranking
    expected = sk.top_k_accuracy_score(y, scores, k=k, labels=range(CLASSES))
    assert metrics.top_k_accuracy(y, scores, k) == pytest.approx(expected)


def test_top_k_accuracy_with_every_guess_is_one():
    assert metrics.top_k_accuracy([2, 0], np.eye(3)[:2], k=3) == 1.0


@given(regressions())
def test_regression_errors_are_those_of_scikit_learn(pair):
    pairs = {
        metrics.mean_squared_error: sk.mean_squared_error,
        metrics.root_mean_squared_error: sk.root_mean_squared_error,
        metrics.mean_absolute_error: sk.mean_absolute_error,
    }
    for ours, theirs in pairs.items():
        assert ours(*pair) == pytest.approx(theirs(*pair), abs=1e-9)


@given(regressions())
def test_r2_is_that_of_scikit_learn(pair):
    y, predictions = pair
    if np.ptp(y) == 0:
        with pytest.raises(ValueError, match="throughout"):
            metrics.r2(y, predictions)
    else:
        expected = sk.r2_score(y, predictions)
        assert metrics.r2(y, predictions) == pytest.approx(expected)


def test_several_columns_are_averaged_over_all_numbers():
    y, p = np.arange(6.0).reshape(3, 2), np.ones((3, 2))
    mse, mae = sk.mean_squared_error(y, p), sk.mean_absolute_error(y, p)
    assert metrics.mean_squared_error(y, p) == pytest.approx(mse)
    assert metrics.mean_absolute_error(y, p) == pytest.approx(mae)
    assert metrics.root_mean_squared_error(y, p) == pytest.approx(mse**0.5)


def test_float32_sums_keep_their_digits():
    y = np.full(100_000, 1e4, np.float32)
    assert metrics.mean_squared_error(y, y + 1) == 1.0


def test_a_diverged_run_shows():
    assert np.isnan(metrics.mean_squared_error([1.0], [np.nan]))
    assert metrics.mean_absolute_error([1.0], [np.inf]) == np.inf


@pytest.mark.parametrize("metric", [metrics.accuracy, metrics.error_rate])
def test_results_are_plain_numbers(metric):
    assert type(metric(np.array([1]), np.array([1]))) is float


BAD_CLASSES = [
    (([], []), "y_true has shape (0,)"),
    (([0.5], [1]), "y_true has shape (1,) and type float64"),
    (([[0]], [0]), "y_true has shape (1, 1)"),
    (([0, 1], np.eye(2)), "y_pred has shape (2, 2)"),
    (([0, 1], [0]), "y_pred has shape (1,), expected that of y_true, (2,)"),
]


@pytest.mark.parametrize(("pair", "words"), BAD_CLASSES)
@pytest.mark.parametrize(
    "metric",
    [
        metrics.accuracy,
        metrics.error_rate,
        metrics.confusion_matrix,
        metrics.precision_recall_f1,
    ],
)
def test_bad_classes_are_named(metric, pair, words):
    with pytest.raises(ValueError) as error:  # noqa: PT011
        metric(*pair)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([0], [3], 3), "y_pred has class 3, expected 0 to 2"),
        (([-1], [0], 3), "y_true has class -1, expected 0 to 2"),
        (([-1], [0]), "y_true has class -1"),
        (([0], [0], 0), "classes is 0, expected 1 or more"),
    ],
)
def test_classes_out_of_range_are_named(arguments, words):
    with pytest.raises(ValueError, match="expected") as error:
        metrics.confusion_matrix(*arguments)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("y", "scores", "k", "words"),
    [
        ([0], [[1.0, 0.0]], 0, "k is 0, expected 1 to 2"),
        ([0], [[1.0, 0.0]], 3, "k is 3, expected 1 to 2"),
        ([2], [[1.0, 0.0]], 1, "y_true has class 2, expected 0 to 1"),
        ([0, 0], [[1.0, 0.0]], 1, "scores has shape (1, 2), expected (2,"),
        ([0], [1.0], 1, "scores has shape (1,)"),
        ([0], [[np.nan, 0.0]], 1, "scores has NaN"),
    ],
)
def test_bad_scores_are_named(y, scores, k, words):
    with pytest.raises(ValueError, match="expected") as error:
        metrics.top_k_accuracy(y, scores, k)
    assert words in str(error.value)


@pytest.mark.parametrize(
    "metric",
    [
        metrics.mean_squared_error,
        metrics.root_mean_squared_error,
        metrics.mean_absolute_error,
        metrics.r2,
    ],
)
def test_a_column_and_a_list_are_not_broadcast(metric):
    with pytest.raises(ValueError, match=r"y_pred has shape \(2, 1\)"):
        metric(np.zeros(2), np.zeros((2, 1)))
    with pytest.raises(ValueError, match=r"y_true has shape \(0,\)"):
        metric([], [])


def test_r2_has_one_column():
    with pytest.raises(ValueError, match="expected one column"):
        metrics.r2(np.eye(2), np.eye(2))

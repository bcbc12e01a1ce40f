from numbers import Integral, Real

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "model selection by a validation set"
HINTS = [
    "Three passes: train all and keep what comes back; compare on the "
    "validation rows; only then touch the test rows, with one model.",
    "The error of one of them is `np.mean((predict(x_valid) - y_valid)**2)`. "
    "`np.argmin` of the list of errors gives the first of the smallest.",
    "Training all of them is "
    "`trained = [fit(x_train, y_train) for fit in models]`; the chosen one "
    "is `trained[index]`.",
]

BY_TRAIN = (
    "you chose by the training error. It always favours the most flexible "
    "model; choose by the validation error."
)
BY_TEST = (
    "you chose by the test error. A set that has helped to choose can no "
    "longer say what to expect; choose by the validation error."
)
REPORTS_VALID = (
    "you returned the validation error of the chosen model. It was the least "
    "of several and promises too much; report the test error."
)
REPORTS_TRAIN = "you returned the training error; report the test error."
WORST = "you chose the model with the largest validation error."
LAST = "of two equal models you chose the later; the task asks for the first."
ROOT = "you returned the root of the mean squared error; leave the root out."
SUM = "you returned the sum of the squared errors; the task asks for the mean."
ABSOLUTE = "you returned the mean absolute error; square the differences."
BY_ABSOLUTE = (
    "you chose by the mean absolute error; the task asks for the mean "
    "squared error, to which one large miss counts more."
)
BY_LARGEST = "you chose by the largest miss; take the mean of the squares."
FROM_ONE = "places in a list are counted from 0."

POOLED = (
    "you chose by the training and the validation error together. The "
    "training error favours the most flexible model, also as a part of a sum."
)
SIGNED = (
    "you chose by the mean of the differences, where misses up and down "
    "cancel; square them first."
)
GAP = (
    "you chose by the gap between training and validation error. A model "
    "that is bad on both has a small gap; choose by the validation error."
)

NAMES = ("index", "test_error")
PARTS = {"train": 7, "valid": 4, "test": 6}


class Model:
    """A model whose misses are known, and which notes how it is used.

    It predicts a target that it can tell from x, plus its miss on that row.
    """

    def __init__(self, train, valid, test):
        self.misses = {"train": train, "valid": valid, "test": test}
        self.trained, self.targets, self.asked = [], [], []

    def __call__(self, x, y):
        self.trained.append([part_of(row) for row in x])
        self.targets.append(y)
        return self.predict

    def predict(self, x):
        parts = [part_of(row) for row in x]
        self.asked.append(parts[0])
        places = [int(row[1]) % 10 for row in x]
        misses = [
            missed(self.misses[part], 10)[place]
            for part, place in zip(parts, places, strict=True)
        ]
        return target(x) + np.array(misses)[:, None]

    def __repr__(self):
        return "a model"


def missed(miss, n):
    """The misses of n rows: a list repeated, or a number up and down."""
    if isinstance(miss, list):
        return np.resize(miss, n).tolist()
    return (miss * np.resize([2.0, 0.0, -2.0, 0.0, 2.0], n)).tolist()


def part_of(row):
    return list(PARTS)[int(row[0])]


def target(x):
    return 3 * x[:, 1:2] - 1


def sets(rows=PARTS):
    """All six arrays; column 0 says which part a row belongs to."""
    arrays = []
    for i, n in enumerate(rows.values()):
        x = np.stack([np.full(n, float(i)), np.arange(n) + 10.0 * i], 1)
        arrays += [x, target(x)]
    return arrays


def error(miss, n):
    """The mean squared error, from Python's own arithmetic."""
    return sum(v**2 for v in missed(miss, n)) / n


def absolute(miss, n):
    return sum(map(abs, missed(miss, n))) / n


def largest(miss, n):
    return max(map(abs, missed(miss, n)))


def signed(miss, n):
    return abs(sum(missed(miss, n))) / n


def outcomes(misses, rows=PARTS):
    """What the right answer and each likely mistake would return."""
    models = [dict(zip(rows, model, strict=True)) for model in misses]
    errors = [{p: error(m[p], rows[p]) for p in rows} for m in models]

    def first(values, pick=min):
        return values.index(pick(values))

    def by(part, measure=error):
        return first([measure(m[part], rows[part]) for m in models])

    def result(index, part="test"):
        return index, errors[index][part]

    values = [e["valid"] for e in errors]
    right = first(values)
    last = len(values) - 1 - values[::-1].index(min(values))
    n, least = rows["test"], errors[right]["test"]
    return result(right), {
        FROM_ONE: (right + 1, least),
        BY_ABSOLUTE: result(by("valid", absolute)),
        BY_LARGEST: result(by("valid", largest)),
        SIGNED: result(by("valid", signed)),
        POOLED: result(first([e["train"] + e["valid"] for e in errors])),
        GAP: result(first([abs(e["valid"] - e["train"]) for e in errors])),
        BY_TRAIN: result(by("train")),
        BY_TEST: result(by("test")),
        REPORTS_VALID: result(right, "valid"),
        REPORTS_TRAIN: result(right, "train"),
        WORST: result(first(values, max)),
        LAST: result(last),
        ROOT: (right, least**0.5),
        SUM: (right, least * n),
        ABSOLUTE: (right, absolute(models[right]["test"], n)),
    }


def telling(mistakes, right):
    """Leave those out whose outcome says nothing, or two things."""
    outcomes = list(mistakes.values())
    return {
        text: outcome
        for text, outcome in mistakes.items()
        if outcome != right and outcomes.count(outcome) == 1
    }


def check(answer, misses, rows=PARTS, named=True):
    models = [Model(*m) for m in misses]
    right, mistakes = outcomes(misses, rows)
    call = expect(answer.select_model, models, *sets(rows))
    check_index(call)
    known = telling(mistakes, right) if named else None
    call.returns(right, mistakes=known, names=NAMES, atol=0)
    return call, models


def check_index(call):
    """Name what has been returned in the index's place."""
    if not isinstance(call.value, tuple | list) or len(call.value) != 2:
        return
    index, error = call.value
    call.require(
        not callable(index),
        "The index that it returned is a function. The task asks for the "
        "place of the model in the list, not for the model.",
    )
    call.require(
        not (isinstance(index, Real) and isinstance(error, Integral))
        or isinstance(index, Integral),
        "The two results are exchanged: the index comes first, then the "
        "error.",
    )


# Each is the choice of one way to choose, and of no other.
RIVALS = [
    (0.3, [3, 3, 0, -1], 0.35),  # least training plus validation error
    (1.5, [3, 2, -1, -1], 0.6),  # the right one
    (1.1, [4, -4, 3, -3], 0.5),  # the mean of the differences
    (2.0, [3, 3, 0, -1], 0.2),  # the test error
    (1.7, [2, 2, 2, 2], 0.9),  # the largest miss
    (1.4, [3, 3, 0, -1], 1.4),  # the gap
    (0.9, [5, 4, -4, 3], 0.3),  # the largest validation error
    (0.2, [5, -5, 1, 1], 0.8),  # the training error
    (1.8, [4, 1, -1, 0], 0.4),  # the mean absolute error
]
RIGHT = 1


@points(2)
def test_chosen_by_validation_reported_from_test(answer):
    check(answer, RIVALS)


# Models 1 and 2 are equal; nothing but their order speaks for model 2.
TIED = [
    (2.0, [6, 5, 4, 5], 1.2),  # the largest validation error
    (1.1, [3, 1, -2, 1], 1.5),
    (1.5, [3, 1, 2, -1], 1.3),
    (1.0, [4, 3, -3, 2], 1.4),  # the training error
    (1.8, [4, 4, -1, 2], 0.5),  # the test error
    (2.1, [4, 4, -2, 2], 0.9),  # the gap
    (1.6, [5, -5, 3, -3], 1.7),  # the mean of the differences
]


@points(1)
def test_of_equal_models_the_first(answer):
    check(answer, TIED)


# Model 1 is the right one, and has the least training and test error, too.
UNEVEN = [
    (1.2, [4, 0.5, 0.5, 0.5], 1.1),  # the mean absolute error
    (0.8, [3, 2, 1, 0], 0.7),
    (0.9, [2, 2, 2, 2], 1.3),  # the largest miss
    (1.0, [9, 0, 0, 0], 1.2),  # the median miss
    (3.3, [5, 5, 5, 5], 0.9),  # the gap
    (1.5, [5, -5, 4, -4], 1.4),  # the mean of the differences
    (1.4, [6, 6, 6, 6], 1.6),  # the largest validation error
]


@points(1)
def test_the_choice_is_by_squares(answer):
    check(answer, UNEVEN)


@points(1)
def test_errors_of_any_size(answer):
    """The best of bad models, and of models that hardly miss."""
    for size in (1e-4, 1e4, 1e9, 1e15):
        models = [(v * size, m * size, u * size) for v, m, u in SIZES]
        check(answer, models, named=False)


SIZES = [(1.2, 4.0, 1.1), (0.8, 3.0, 0.9), (1.1, 2.5, 0.7), (1.0, 3.5, 1.3)]


@points(1)
def test_errors_that_are_nearly_equal(answer):
    """The later of two is a little better."""
    for closer in (1e-3, 1e-5):
        least = 1 - closer
        check(answer, [(1.0, 1.0, 0.5), (2.0, least, 0.7), (0.5, 1.0, 0.9)])


@points(1)
def test_many_models_and_many_rows(answer):
    rows = {"train": 2, "valid": 2, "test": 2}
    models = [(1.0, 2.0 + (i * 7 % 11) / 9, 1.0 + i) for i in range(1500)]
    models[1207] = 1.5, 1.9, 0.5
    check(answer, models, rows, named=False)
    rows = {"train": 3, "valid": 1500, "test": 1500}
    check(answer, SIZES[:3], rows, named=False)


@points(1)
def test_a_single_model_is_chosen(answer):
    check(answer, [(0.5, 0.7, 0.9)])


@points(1)
@given(
    st.lists(
        st.tuples(*[st.integers(1, 9)] * 3),
        min_size=1,
        max_size=5,
    ),
    st.integers(1, 9),
    st.integers(1, 9),
)
def test_any_models(answer, misses, valid, test):
    rows = {"train": 3, "valid": valid, "test": test}
    check(answer, misses, rows, named=False)


@points(1)
def test_each_model_is_trained_once_on_the_training_rows(answer):
    call, models = check(answer, RIVALS)
    for i, model in enumerate(models):
        call.require(
            len(model.trained) == 1,
            f"Model {i} was trained {len(model.trained)} times. Train each "
            "once, and keep the predict that comes back.",
        )
        rows = model.trained[0]
        call.require(
            rows == ["train"] * PARTS["train"],
            f"Model {i} was trained on rows of these parts: "
            f"{', '.join(sorted(set(rows)))}; and there were {len(rows)} "
            f"of them. It should be the {PARTS['train']} training rows.",
        )
        y, right = np.asarray(model.targets[0]), call.passed[2]
        call.require(
            y.shape == right.shape and np.array_equal(y, right),
            f"Model {i} was trained on the training rows, but not with their "
            f"targets: it got an array of shape {y.shape}. Give it y_train "
            f"as it came, of shape {right.shape}.",
        )


def names_of(asked):
    numbers = [str(i) for i, n in enumerate(asked) if n]
    return f"model{'s' * (len(numbers) > 1)} {', '.join(numbers)}"


@points(2)
def test_only_the_chosen_model_sees_the_test_rows(answer):
    call, models = check(answer, RIVALS)
    asked = [model.asked.count("test") for model in models]
    call.require(
        sum(asked) == asked[RIGHT],
        f"The test rows were predicted by {names_of(asked)}. Likely "
        "mistake: you computed every model's test error. Keep the test rows "
        "for the one that was chosen.",
    )
    call.require(
        asked[RIGHT] == 1,
        f"The chosen model predicted the test rows {asked[RIGHT]} times; once "
        "is enough.",
    )


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    call, _ = check(answer, RIVALS)
    call.leaves_inputs()

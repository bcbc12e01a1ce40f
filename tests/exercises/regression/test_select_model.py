import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

HINTS = [
    "Train every model first and keep what it gives back: "
    "`trained = [fit(x_train, y_train) for fit in models]`.",
    "The error of one of them is `np.mean((predict(x_valid) - y_valid)**2)`. "
    "`np.argmin` of the list of errors gives the first of the smallest.",
    "Only then touch the test rows: "
    "`np.mean((trained[chosen](x_test) - y_test)**2)`.",
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

NAMES = ("index", "test_error")
PARTS = {"train": 7, "valid": 4, "test": 6}


class Model:
    """A model whose misses are known, and which notes how it is used.

    It predicts a target that it can tell from x, plus its miss on that part.
    """

    def __init__(self, train, valid, test):
        self.misses = {"train": train, "valid": valid, "test": test}
        self.trained, self.asked = [], []

    def __call__(self, x, y):
        self.trained.append([part_of(row) for row in x])
        return self.predict

    def predict(self, x):
        parts = [part_of(row) for row in x]
        self.asked.append(parts[0])
        # Half of the rows are missed by nothing, half by the miss doubled,
        # up and down: the mean of the squares is twice the miss squared.
        size = np.array([[self.misses[p]] for p in parts])
        return target(x) + size * pattern(len(x))

    def __repr__(self):
        return "a model"


def pattern(n):
    return np.resize([2.0, 0.0, -2.0, 0.0, 2.0], n)[:, None]


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
    return sum((miss * v) ** 2 for v in pattern(n)[:, 0].tolist()) / n


def outcomes(misses, rows=PARTS):
    """What the right answer and each likely mistake would return."""
    errors = [
        {p: error(m, rows[p]) for p, m in zip(rows, model, strict=True)}
        for model in misses
    ]

    def first(part, pick=min):
        values = [e[part] for e in errors]
        return values.index(pick(values))

    def result(index, part="test"):
        return index, errors[index][part]

    right = first("valid")
    values = [e["valid"] for e in errors]
    last = len(values) - 1 - values[::-1].index(min(values))
    n = rows["test"]
    absolute = abs(misses[right][2]) * np.abs(pattern(n)).mean()
    return result(right), {
        BY_TRAIN: result(first("train")),
        BY_TEST: result(first("test")),
        REPORTS_VALID: result(right, "valid"),
        REPORTS_TRAIN: result(right, "train"),
        WORST: result(first("valid", max)),
        LAST: result(last),
        ROOT: (right, errors[right]["test"] ** 0.5),
        SUM: (right, errors[right]["test"] * n),
        ABSOLUTE: (right, float(absolute)),
    }


def check(answer, misses, rows=PARTS):
    models = [Model(*m) for m in misses]
    right, mistakes = outcomes(misses, rows)
    mistakes = {k: v for k, v in mistakes.items() if v != right}
    call = expect(answer.select_model, models, *sets(rows))
    call.returns(right, mistakes=mistakes, names=NAMES)
    return call, models


# Training favours model 3, validation model 1, the test set model 2; model 4
# is the worst in validation.
RIVALS = [
    (0.9, 0.8, 1.3),
    (0.5, 0.4, 1.1),
    (0.6, 0.7, 0.25),
    (0.1, 1.5, 1.7),
    (0.3, 2.0, 0.9),
]


@points(2)
def test_chosen_by_validation_reported_from_test(answer):
    check(answer, RIVALS)


@points(1)
def test_of_equal_models_the_first(answer):
    check(answer, [(1, 3, 1), (1, 2, 5), (1, 2, 3), (1, 2, 1)])


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
    check(answer, misses, {"train": 3, "valid": valid, "test": test})


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


@points(2)
def test_only_the_chosen_model_sees_the_test_rows(answer):
    call, models = check(answer, RIVALS)
    asked = [model.asked.count("test") for model in models]
    call.require(
        sum(asked) == asked[1],
        f"The test rows were predicted by model "
        f"{', '.join(str(i) for i, n in enumerate(asked) if n)}. Likely "
        "mistake: you computed every model's test error. Keep the test rows "
        "for the one that was chosen.",
    )
    call.require(
        asked[1] == 1,
        f"The chosen model predicted the test rows {asked[1]} times; once "
        "is enough.",
    )


@points(1)
def test_the_arrays_that_came_in_are_untouched(answer):
    call, _ = check(answer, RIVALS)
    call.leaves_inputs()

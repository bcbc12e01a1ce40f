"""Choose by one set, report from another: the answer.

Three sets, three tasks: the training rows set the weights, the validation
rows settle which model, the test rows say what to expect. A set that has
settled something has been used up. The winner's validation error is the
least of several, so luck has had a hand in it, and it promises too much.

`np.argmin` gives the first of equal values, which is what the task asks for.
We keep each model's `predict`, so that nothing is trained twice: training a
network again may well give another network.
"""

from collections.abc import Callable, Sequence

import numpy as np

Predict = Callable[[np.ndarray], np.ndarray]
Fit = Callable[[np.ndarray, np.ndarray], Predict]


def select_model(
    models: Sequence[Fit],
    x_train: np.ndarray,
    y_train: np.ndarray,
    x_valid: np.ndarray,
    y_valid: np.ndarray,
    x_test: np.ndarray,
    y_test: np.ndarray,
) -> tuple[int, float]:
    """Train all, choose one by validation error, and test that one.

    Args:
        models: functions that train a model and give its `predict`.
        x_train: what to learn from, (n, d).
        y_train: its targets, (n, 1).
        x_valid: what to choose by, any number of rows, d columns.
        y_valid: its targets, one column.
        x_test: what to report on, any number of rows, d columns.
        y_test: its targets, one column.

    Returns:
        The chosen model's place in the list, and its mean squared error on
        the test rows.
    """
    trained = [fit(x_train, y_train) for fit in models]
    errors = [_error(predict, x_valid, y_valid) for predict in trained]
    chosen = int(np.argmin(errors))
    return chosen, _error(trained[chosen], x_test, y_test)


def _error(predict: Predict, x: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean((predict(x) - y) ** 2))

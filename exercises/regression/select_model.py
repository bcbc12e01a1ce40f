"""Choose by one set, report from another.

Several models compete. Write `select_model(models, x_train, y_train,
x_valid, y_valid, x_test, y_test)`, which trains each of them, chooses the
one with the least mean squared error on the *validation* rows, and returns
`(index, test_error)`: the place of the chosen model in the list, from 0, and
its mean squared error on the *test* rows.

`models` is a list of functions. Calling one as `fit(x_train, y_train)`
trains it, and gives back another function, `predict`, with which
`predict(x)` is the model's prediction for the rows of `x`, of shape
`(n, 1)`, like the targets. For example,

```python
def always_the_mean(x, y):
    mean = y.mean(axis=0)
    return lambda rows: np.tile(mean, (len(rows), 1))
```

Each model is trained once, on the training rows alone. Of two models with
equal validation errors, the earlier is chosen. The test rows are kept for
the end: only the chosen model may predict them, and only once. There is one
model at least, and there may be thousands; errors may have any size, and may
be equal in all but the sixth digit. The arrays that came in stay as they were.

Minutes: 15 · Difficulty: 2
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
    raise NotImplementedError

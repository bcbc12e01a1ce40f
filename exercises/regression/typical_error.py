r"""How many dollars off?

A model of house prices was trained on normalised prices,

$$
y' = \frac{y - \text{mean}}{\text{high} - \text{low}}
$$

and its error comes out as, say, 0.09. Nobody can picture that. Undo the
normalisation and express the error in dollars: by how much is a prediction
typically off?

Write `typical_error(prediction, target, low, high, mean)`. `prediction` and
`target` are float arrays of the same shape, any shape, with one price at
least, both *normalised*; they stay as they were. `low`, `high` and `mean` are
the numbers of the formula, in thousands of dollars. Return one number, in
dollars: the square root of the mean of the squared errors, known as the *root
mean squared error* (均方根误差).

For example, with prices from `low = 10` to `high = 30`, the predictions
`[0.1, -0.1]` for the targets `[0.0, 0.0]` are typically 2,000 dollars off.

Minutes: 10 · Difficulty: 1
"""

import numpy as np


def typical_error(
    prediction: np.ndarray,
    target: np.ndarray,
    low: float,
    high: float,
    mean: float,
) -> float:
    """Give the root mean squared error in dollars.

    Args:
        prediction: normalised prices, of any shape.
        target: normalised prices, of the same shape.
        low: the lowest price that was normalised by, in $1000.
        high: the highest, in $1000.
        mean: the mean, in $1000.

    Returns:
        The typical error, in dollars.
    """
    raise NotImplementedError

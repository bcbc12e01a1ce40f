r"""How many dollars off: the answer.

Turned around, the formula reads $y = y'\,(\text{high} - \text{low}) +
\text{mean}$. We put both arrays back to thousands of dollars and compare
them there.

Look at what happens to the mean: it is added to the prediction and to the
target, and their difference loses it again. An error has a scale and no
origin. So `abs(high - low) * 1000` times the normalised error would have
done; we write the long way, because it stays right when the next
normalisation (a logarithm, say) has no such shortcut.

The root comes last. The mean of the errors' absolute values is another
honest answer to “how far off?”, but another number: squares give large
errors more weight.
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
    predicted = prediction * (high - low) + mean
    true = target * (high - low) + mean
    return float(1000 * np.sqrt(np.mean((predicted - true) ** 2)))

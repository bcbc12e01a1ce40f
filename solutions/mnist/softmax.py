r"""From scores to probabilities: the answer.

Add a constant $c$ to every logit of a row: each exponential is multiplied by
$e^c$, above and below the fraction bar, and cancels. Softmax does not care
where zero is. So we may move zero to where it is safe, to the row's largest
logit. Then every exponent is at most 0, every exponential at most 1, and
nothing overflows; the largest is exactly $e^0 = 1$, so the sum is at least 1
and we never divide by zero. Very negative exponents do become 0, which is
what they are to sixteen digits.

`keepdims=True` keeps the maxima as a column, `(n, 1)`, so that each row is
shifted by its own. Without it NumPy would line `(n,)` up with the columns:
an error if we are lucky, and a wrong answer if `n == k`.
"""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    """Turn each row of logits into probabilities.

    Args:
        logits: (n, k), any finite numbers.

    Returns:
        Probabilities, (n, k); each row sums to one.
    """
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)

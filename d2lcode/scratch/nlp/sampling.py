"""One token drawn from logits, with temperature and top-k."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from d2lcode._checks import not_negative, optional_count

Array = NDArray[Any]


def probabilities(
    logits: Array, temperature: float = 1.0, top_k: int | None = None
) -> Array:
    """Softmax of what is left of the logits, sharpened or flattened.

    Args:
        logits: of every token, (v,).
        temperature: what they are divided by; at 0 only the largest is
            left, or equal shares for those that tie.
        top_k: how many of the largest are left; all if None. Those that
            tie with the last of them stay, too.

    Raises:
        ValueError: `temperature` is below 0, or `top_k` below 1.
    """
    not_negative("temperature", temperature)
    count = optional_count("top_k", top_k) or len(logits)
    z = np.asarray(logits, dtype=float)
    least = np.sort(z)[-min(count, len(z))] if temperature else z.max()
    # Nothing is above 0 then, and what lies 800 down is nothing at all.
    scores = np.maximum(z - z.max(), -800 * temperature)
    powers = (z >= least) * np.exp(scores / (temperature or 1))
    return powers / powers.sum()


def draw(
    logits: Array,
    rng: np.random.Generator,
    temperature: float = 1.0,
    top_k: int | None = None,
) -> int:
    """Draw one token; the arguments as those of `probabilities`."""
    p = probabilities(logits, temperature, top_k)
    return int(rng.choice(len(p), p=p))

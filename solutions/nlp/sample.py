r"""Sampling the next token: the answer.

Subtract each row's largest logit first: softmax does not notice, and then no
temperature, however small, can make a power overflow. What is not kept gets
the score $-\infty$.

`np.sort(z)[:, -k]` is the k-th largest logit. Comparing with it, `z >= least`,
keeps tokens that tie with it; `argsort` would keep exactly k, and which of the
tied ones would be decided by where they stand in the vocabulary.

As the temperature falls to 0, all the probability gathers on the largest
logit, or in equal shares on those that tie. Division by 0 does not get there,
so that case is written out: only the largest are kept, and the temperature
that the rest is divided by does not matter any more, because their scores are
all 0.

To draw, lay the probabilities of a row end to end, from 0 to 1, throw a point
at that line, and count the pieces that end before it. One `rng.random` throws
a point for every row. Adding numbers of 1 or less that are not spread by a
factor of $10^{300}$ loses nothing here; the last sum may come out a little
below 1, so we throw at what the sum really is.
"""

import numpy as np


def sample(
    logits: np.ndarray,
    rng: np.random.Generator,
    temperature: float = 1.0,
    top_k: int | None = None,
) -> np.ndarray:
    """Draw a token for each row of logits.

    Args:
        logits: (n, v), any finite numbers.
        rng: where the draws come from.
        temperature: what the logits are divided by; 0 takes the largest.
        top_k: draws among so many of the largest; all if None.

    Returns:
        The tokens, whole numbers from 0 to v - 1, (n,).
    """
    z = np.asarray(logits, dtype=float)
    z = z - z.max(axis=1, keepdims=True)
    k = 1 if temperature == 0 else min(top_k or z.shape[1], z.shape[1])
    least = np.sort(z, axis=1)[:, -k, None]
    scores = np.where(z >= least, z, -np.inf)
    with np.errstate(over="ignore"):
        scores = scores if temperature == 0 else scores / temperature
    ends = np.cumsum(np.exp(scores), axis=1)
    thrown = rng.random((len(z), 1)) * ends[:, -1:]
    return (ends <= thrown).sum(axis=1)

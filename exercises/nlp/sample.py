r"""Sampling the next token.

A language model gives a logit for every token of its vocabulary, and the next
token is *drawn*, each with its probability. Two dials decide how daring the
text becomes. The *temperature* (温度) divides the logits before softmax:
below 1 it sharpens the differences, above 1 it flattens them. *Top-k*
(top-k采样) leaves only the $k$ largest logits and draws among these, with
their probabilities made to add up to one again.

Write `sample(logits, rng, temperature=1.0, top_k=None)`. `logits` has the
shape `(n, v)`, float64 or float32: a row for each text, a column for each
token. Return an array of $n$ whole numbers, for each row the token drawn, as
its column.

- Each row is drawn by itself, from `rng`, a `numpy.random.Generator`, and
  from nothing else: two generators of the same seed give the same tokens.
- `top_k` is a whole number of at least 1, and may be larger than $v$. Tokens
  that tie with the $k$-th largest are kept as well.
- `temperature` is any number of at least 0. At 0 the largest logit is taken;
  if several are largest, one of them, with equal probability.
- Logits and their quotients may be large, such as $10^4$ divided by $10^{-9}$.
- `logits` stays as it was.

For example, `sample(np.array([[0.0, 5.0, 1.0]]), rng, temperature=0)` is
`[1]`; and with `top_k=2` and temperature 1, token 0 never comes.

Minutes: 20 · Difficulty: 2
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
    raise NotImplementedError

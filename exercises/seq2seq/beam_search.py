r"""A beam search that knows when to stop.

A model is given as a function: `step(tokens)` takes the tokens written so
far, a tuple of integers, at first the empty one `()`, and returns an array
`(v,)`. Its entry $k$ is the logarithm, to base 2, of the probability that
token $k$ comes next. The score of a sentence is the sum of these logarithms
over its tokens. The token `end` finishes a sentence, and counts as one of its
tokens.

Write `beam_search(step, width, max_length, end, alpha=0.0)`:

- The *beam* (束) begins with the empty sentence alone, whose score is 0.
- In each round, the candidates are every finished sentence of the beam as it
  is, and every unfinished one extended by each of the $v$ tokens. The `width`
  candidates with the highest scores are the next beam; if there are fewer,
  all of them. Of equal scores, the smaller tuple of tokens comes first, as
  Python compares tuples.
- The search ends after `max_length` rounds, or as soon as all sentences of the
  beam are finished.
- The result is the sentence of the beam, finished or not, whose score divided
  by its number of tokens to the power `alpha` is the highest; of equals again
  the smaller tuple. Return its tokens, a tuple or list of integers, and its
  score, *not* divided.

`width` and `max_length` are 1 or more, `alpha` is 0 or more. Asking the model
is what costs time: never ask how a finished sentence goes on, nor one of
`max_length` tokens, nor about the same one twice. A probability may be zero,
and its logarithm −∞. What `step` returns stays as it was.

For example, let token 0 be the end, and the probabilities 1/4, 1/2, 1/4 at
first, so that `step(())` is `[-2, -1, -2]`. After `(1,)` let all be
`[-3, -2, -1]`, after `(2,)`
`[-1, -3, -2]`. With `max_length = 2`, a width of
1 follows the most probable token twice: `((1, 2), -2.0)`. A width of 2 keeps
the finished `(0,)` beside `(1,)`. Its score is −2 as well, and it is the
smaller tuple: `((0,), -2.0)`. With `alpha = 1` the result is `((1, 2), -2.0)`
again, for −2 over two tokens is better than −2 over one.

Minutes: 35 · Difficulty: 3
"""

from collections.abc import Callable, Sequence

import numpy as np

Step = Callable[[tuple[int, ...]], np.ndarray]


def beam_search(
    step: Step, width: int, max_length: int, end: int, alpha: float = 0.0
) -> tuple[Sequence[int], float]:
    """Search for a probable sentence, keeping the `width` best beginnings.

    Args:
        step: tokens written so far -> log2 of the probabilities of each
            next one, (v,).
        width: sentences to keep, 1 or more.
        max_length: tokens of a sentence at most, `end` included.
        end: the token that finishes a sentence.
        alpha: the power of the length by which the last comparison divides.

    Returns:
        The tokens, and the sum of their logarithms.
    """
    raise NotImplementedError

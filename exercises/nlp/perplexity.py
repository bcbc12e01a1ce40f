r"""Perplexity of a text.

A language model gave the probability $p_i$ to the $i$-th character of a text
of $n$ characters, before it saw it. The *perplexity* of the text is

$$
\exp\Bigl(-\frac1n \sum_{i=1}^n \log p_i\Bigr) .
$$

A model that gives one tenth to each character has perplexity 10, as if it
had to choose among ten each time. Write three functions.

- `perplexity(p)` takes the probabilities of one text, an array of shape
  `(n,)` with one or more numbers from 0 to 1, and returns the perplexity.
  The text may be long: the product of 100,000 probabilities is far too small
  for a floating-point number, the perplexity is not. If a character came to
  which the model gave 0, the perplexity is `np.inf`, and nothing is warned
  of.
- `joined(perplexities, lengths)` takes the perplexities of the parts of a
  text, all finite, and how many characters each part has, both of shape
  `(m,)`, and returns the perplexity of the whole.
- `bits(perplexity)` returns the bits per character, the logarithm to base 2.

For `p = [0.5, 0.125]` the perplexity is 4, because the product is 1/16. Parts
of perplexity 2 and 8, with 10 and 5 characters, make a text of perplexity
3.1748. And a perplexity of 8 is 3 bits. All three return a number, not an
array, and change nothing that they are given.

Minutes: 15 · Difficulty: 1
"""

import numpy as np


def perplexity(p: np.ndarray) -> float:
    """Give the perplexity of a text from its characters' probabilities."""
    raise NotImplementedError


def joined(perplexities: np.ndarray, lengths: np.ndarray) -> float:
    """Give the perplexity of a whole text from those of its parts."""
    raise NotImplementedError


def bits(perplexity: float) -> float:
    """Give the bits per character that a perplexity stands for."""
    raise NotImplementedError

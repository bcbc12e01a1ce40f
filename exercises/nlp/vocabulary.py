r"""Number the characters.

A network reads numbers. Write the three functions that turn a text into
numbers and back.

- `build_vocabulary(text, min_count=1)` returns a list of characters. Entry 0
  is `UNKNOWN`, `"\N{REPLACEMENT CHARACTER}"`, which stands for every
  character that the list does not hold. Then come the characters of the text,
  each once, the most frequent first; equally frequent ones in Unicode order,
  as `sorted` has it. Characters that occur fewer than `min_count` times are
  left out. Everything that `for character in text` meets is a character, also
  blanks, line ends and capitals; only `UNKNOWN` itself is not counted.
- `encode(text, vocabulary)` returns the place of each character in such a
  list, and 0 for those that it does not hold: a NumPy array of type `int64`,
  of shape `(len(text),)`.
- `decode(numbers, vocabulary)` returns the text, a `str`, of an array or a
  list of such numbers.

For `"abba b"` the vocabulary is `[UNKNOWN, "b", "a", " "]`, because `b`
occurs three times and `a` twice. `"bach"` is then `[1, 2, 0, 0]`, and comes
back as `"ba"` with two `UNKNOWN` behind it. With `min_count=2` the blank is
left out. Nothing that you are given is changed.

Minutes: 15 · Difficulty: 1
"""

import numpy as np

UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def build_vocabulary(text: str, min_count: int = 1) -> list[str]:
    """List UNKNOWN, then the characters, the most frequent first."""
    raise NotImplementedError


def encode(text: str, vocabulary: list[str]) -> np.ndarray:
    """Give each character's place, 0 for an unknown one: (len(text),)."""
    raise NotImplementedError


def decode(numbers: np.ndarray, vocabulary: list[str]) -> str:
    """Give the text that these numbers stand for."""
    raise NotImplementedError

"""An n-gram model with the smoothing of Witten and Bell (1991).

https://doi.org/10.1109/18.87000 (their method C, applied order by order)
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from d2lcode._checks import natural, positive_integer


class NGram:
    """How often each character followed each context in a text.

    Args:
        text: to count in.
        order: characters in a pattern: the context and what follows.
        size: how many characters there are, seen and unseen.

    Raises:
        ValueError: if order or size is below 1, or the text has more
            characters than `size`.
    """

    def __init__(self, text: str, order: int, size: int) -> None:
        self.order = positive_integer("order", order)
        self.size = positive_integer("size", size)
        if len(set(text)) > size:
            raise ValueError(
                f"size is {size}; expected at least {len(set(text))}, the "
                "different characters of the text"
            )
        self.followers: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for length in range(order):
            for i in range(length, len(text)):
                self.followers[text[i - length : i]][text[i]] += 1
        self.totals = {h: seen.total() for h, seen in self.followers.items()}

    def probability(self, character: str, context: str) -> float:
        """Give p(character | context), however long the context is."""
        p = 1 / self.size
        for length in range(min(self.order, len(context) + 1)):
            tail = context[len(context) - length :]
            if tail not in self.totals:
                break
            seen = self.followers[tail]
            kinds = len(seen)
            p = (seen[character] + kinds * p) / (self.totals[tail] + kinds)
        return p

    def loss(self, text: str) -> float:
        """Give the mean of −log p over the text's characters, in nats.

        Raises:
            ValueError: if the text is empty.
        """
        if not text:
            raise ValueError("text is empty; expected a character or more")
        reach = self.order - 1
        each = [
            self.probability(character, text[max(0, i - reach) : i])
            for i, character in enumerate(text)
        ]
        return float(-np.log(each).mean())

    def write(
        self,
        characters: Sequence[str],
        length: int,
        *,
        start: str = "",
        seed: int = 0,
    ) -> str:
        """Draw characters one by one, each given those before it.

        Args:
            characters: all that may come.
            length: how many to draw.
            start: what they follow; part of the result.
            seed: of the draws.

        Raises:
            ValueError: if length or seed is below 0.
        """
        rng = np.random.default_rng(natural("seed", seed))
        text = start
        for _ in range(natural("length", length)):
            context = text[max(0, len(text) - self.order + 1) :]
            p = np.array([self.probability(c, context) for c in characters])
            text += characters[rng.choice(len(p), p=p / p.sum())]
        return text

"""BLEU, how close translations are to those of people, by hand.

Papineni, Roukos, Ward and Zhu 2002, https://aclanthology.org/P02-1040
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np


def ngrams(tokens: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    """Count each run of n tokens."""
    starts = range(len(tokens) - n + 1)
    return Counter(tuple(tokens[i : i + n]) for i in starts)


def matches(hypothesis: str, reference: str, n: int) -> tuple[int, int]:
    """Count the n-grams that the reference has too, and all there are.

    An n-gram counts at most as often as the reference has it.
    """
    ours = ngrams(hypothesis.split(), n)
    theirs = ngrams(reference.split(), n)
    return (ours & theirs).total(), ours.total()


def brevity(hypotheses: Sequence[str], references: Sequence[str]) -> float:
    """What to multiply by if the whole is too short; else 1."""
    ours = sum(len(text.split()) for text in hypotheses)
    theirs = sum(len(text.split()) for text in references)
    return float(np.exp(min(0.0, 1 - theirs / ours))) if ours else 0.0


def bleu(
    hypotheses: Sequence[str], references: Sequence[str], max_n: int = 4
) -> float:
    """BLEU of a whole set, from 0 to 100; no smoothing.

    Args:
        hypotheses: the translations to judge, tokens spaced.
        references: one for each, by people, tokens spaced.
        max_n: the longest n-grams that count.

    Raises:
        ValueError: there are not as many of the one as of the other.
    """
    if len(hypotheses) != len(references):
        raise ValueError(
            f"references has {len(references)} sentences, expected as many "
            f"as hypotheses, {len(hypotheses)}"
        )
    precisions = []
    for n in range(1, max_n + 1):
        pairs = zip(hypotheses, references, strict=True)
        counts = [matches(ours, theirs, n) for ours, theirs in pairs]
        matched, total = np.sum(counts, axis=0) if counts else (0, 0)
        if matched == 0:
            return 0.0
        precisions.append(matched / total)
    mean = np.exp(np.mean(np.log(precisions)))
    return 100 * brevity(hypotheses, references) * float(mean)

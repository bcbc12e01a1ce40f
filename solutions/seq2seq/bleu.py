r"""BLEU with more than one right answer: the answer.

Counters do the work. `a | b` keeps the larger count of each n-gram, which
unites the references; `a & b` keeps the smaller one, which is the clipping;
and `.total()` adds up. Without clipping, “the the the the” would have a
perfect precision of words.

Everything is added up over the set first, and divided once. A mean of the
sentences' own scores is another number: most single sentences have no
matching 4-gram, and would count 0. So do not compare a published BLEU with a
mean of this kind.

Only precisions are counted, how much of the hypothesis is in a reference. What
the hypothesis leaves out costs nothing but through the brevity penalty: with
several references there is no single list of words that had to be there.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from operator import or_


def _ngrams(sentence: str, n: int) -> Counter[tuple[str, ...]]:
    """Count the runs of n words."""
    words = sentence.split()
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def _closest(length: int, references: Sequence[str]) -> int:
    """The length of the reference that is nearest, of two the shorter."""
    lengths = (len(text.split()) for text in references)
    return min(lengths, key=lambda n: (abs(n - length), n))


def bleu(
    hypotheses: Sequence[str], references: Sequence[Sequence[str]]
) -> float:
    """BLEU of a set of sentences, with several references for each.

    Args:
        hypotheses: n sentences, words spaced.
        references: for each of them one or more, words spaced.

    Returns:
        From 0 to 100.
    """
    logs = 0.0
    for n in (1, 2, 3, 4):
        matched = total = 0
        for ours, theirs in zip(hypotheses, references, strict=True):
            found = _ngrams(ours, n)
            known = reduce(or_, (_ngrams(text, n) for text in theirs))
            matched += (found & known).total()
            total += found.total()
        if matched == 0:
            return 0.0
        logs += math.log(matched / total)
    c = sum(len(text.split()) for text in hypotheses)
    r = sum(
        _closest(len(ours.split()), theirs)
        for ours, theirs in zip(hypotheses, references, strict=True)
    )
    return 100 * math.exp(min(0.0, 1 - r / c) + logs / 4)

"""The counts of the references are added.

caught by: test_several_references
says: added the references
"""

import math
from collections import Counter


def ngrams(sentence, n):
    words = sentence.split()
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))


def closest(length, references):
    lengths = [len(text.split()) for text in references]
    return min(lengths, key=lambda n: (abs(n - length), n))


def known(theirs, n):
    union = Counter()
    for text in theirs:
        union += ngrams(text, n)
    return union


def bleu(hypotheses, references):
    precisions = []
    for n in (1, 2, 3, 4):
        matched = total = 0
        for ours, theirs in zip(hypotheses, references, strict=True):
            found = ngrams(ours, n)
            matched += (found & known(theirs, n)).total()
            total += found.total()
        if matched == 0:
            return 0.0
        precisions.append(matched / total)
    c = sum(len(text.split()) for text in hypotheses)
    r = sum(
        closest(len(ours.split()), theirs)
        for ours, theirs in zip(hypotheses, references, strict=True)
    )
    penalty = math.exp(1 - r / c) if c < r else 1.0
    return 100 * penalty * math.prod(precisions) ** 0.25

"""Hypotheses without a 4-gram are left out.

caught by: test_empty_sentences_and_single_words
says: expected was 69.1442
"""

import math
from collections import Counter


def grams(s, n):
    w = s.split()
    return Counter(tuple(w[i : i + n]) for i in range(len(w) - n + 1))


def bleu(hypotheses, references):
    logs = 0.0
    for n in (1, 2, 3, 4):
        matched = total = 0
        for ours, theirs in zip(hypotheses, references, strict=True):
            if len(ours.split()) < 4:
                continue
            found = grams(ours, n)
            known = Counter()
            for t in theirs:
                known |= grams(t, n)
            matched += (found & known).total()
            total += found.total()
        if matched == 0:
            return 0.0
        logs += math.log(matched / total)
    c = sum(len(t.split()) for t in hypotheses)
    r = 0
    for ours, theirs in zip(hypotheses, references, strict=True):
        r += min(
            (abs(len(t.split()) - len(ours.split())), len(t.split()))
            for t in theirs
        )[1]
    return 100 * math.exp(min(0.0, 1 - r / c) + logs / 4)

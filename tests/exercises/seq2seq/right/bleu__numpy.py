"""With NumPy, and matches crossed out one by one."""

import numpy as np


def runs(text, n):
    words = text.split()
    return list(zip(*(words[i:] for i in range(n)), strict=False))


def matches(ours, theirs, n):
    known = [runs(text, n) for text in theirs]
    found = runs(ours, n)
    return sum(
        min(found.count(run), max(row.count(run) for row in known))
        for run in set(found)
    )


def bleu(hypotheses, references):
    pairs = list(zip(hypotheses, references, strict=True))
    sizes = np.array(
        [[len(runs(ours, n)) for n in (1, 2, 3, 4)] for ours in hypotheses]
    ).sum(axis=0)
    found = np.array(
        [[matches(*pair, n) for n in (1, 2, 3, 4)] for pair in pairs]
    ).sum(axis=0)
    if not found.all():
        return 0
    r = 0
    for ours, theirs in pairs:
        lengths = np.sort([len(text.split()) for text in theirs])
        r += lengths[np.abs(lengths - len(ours.split())).argmin()]
    penalty = min(1.0, np.exp(1 - r / sizes[0]))
    return 100 * penalty * np.prod(found / sizes) ** 0.25

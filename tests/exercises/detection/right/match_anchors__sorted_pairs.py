"""All pairs sorted once, and two sets of what is taken."""

import numpy as np


def match(overlap, threshold):
    a, m = overlap.shape
    found = [-1] * a
    for i in range(a):
        best = max(range(m), key=overlap[i].__getitem__, default=None)
        if best is not None and overlap[i, best] >= threshold:
            found[i] = best
    pairs = np.argsort(-overlap, axis=None, kind="stable")
    anchors, boxes = set(), set()
    for i, j in zip(*np.unravel_index(pairs, (a, m)), strict=True):
        if overlap[i, j] > 0 and i not in anchors and j not in boxes:
            found[i] = j
            anchors.add(i)
            boxes.add(j)
    return np.array(found, dtype=int)

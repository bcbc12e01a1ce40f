"""Both are scaled in one piece and cut apart; where= leaves constants."""

import numpy as np


def normalise(known, new):
    shifted = np.concatenate([known, new]) - known.mean(axis=0)
    span = np.ptp(known, axis=0) + np.zeros_like(shifted)
    np.divide(shifted, span, out=shifted, where=span > 0)
    return np.split(shifted, [len(known)])

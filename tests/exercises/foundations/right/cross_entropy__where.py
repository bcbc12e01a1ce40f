"""The logarithm is taken where it has a value, and of nothing else."""

import numpy as np


def cross_entropy(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    logs = np.full(q.shape, -np.inf)
    np.log(q, out=logs, where=q > 0)
    terms = np.multiply(p, logs, out=np.zeros(p.shape), where=p > 0)
    return -np.sum(terms)

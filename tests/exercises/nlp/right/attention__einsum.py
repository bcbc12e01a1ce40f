"""By einsum."""

import numpy as np


def attention(q, k, v, mask=None):
    scores = np.einsum("...td,...sd->...ts", q, k) / q.shape[-1] ** 0.5
    seen = np.ones(scores.shape, bool) if mask is None else mask
    seen = np.broadcast_to(seen, scores.shape)
    top = scores.max(axis=-1, keepdims=True, initial=-np.inf, where=seen)
    top = np.where(np.isfinite(top), top, 0)
    powers = np.exp(np.where(seen, scores - top, -np.inf))
    total = powers.sum(axis=-1, keepdims=True)
    weights = np.divide(
        powers, total, out=np.zeros_like(powers), where=total > 0
    )
    return np.einsum("...ts,...sv->...tv", weights, v)

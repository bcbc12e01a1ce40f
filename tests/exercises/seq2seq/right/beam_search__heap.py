"""With heapq, and arrays of tokens at the end."""

import heapq

import numpy as np


def beam_search(step, width, max_length, end, alpha=0.0):
    done, live = [], [(0.0, ())]
    for _ in range(max_length):
        fresh = list(done)
        for cost, tokens in live:
            for k, log in enumerate(step(tokens)):
                fresh.append((cost - log, (*tokens, k)))
        beam = heapq.nsmallest(width, fresh)
        done = [c for c in beam if c[1][-1] == end]
        live = [c for c in beam if c[1][-1] != end]
        if not live:
            break
    cost, tokens = min(
        done + live, key=lambda c: (c[0] / len(c[1]) ** alpha, c[1])
    )
    return np.array(tokens), -cost

"""Of equal scores the shorter sentence stays.

caught by: test_equal_scores
says: it returned (1,); expected was (0, 1)
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            if end in tokens:
                candidates.append((tokens, score))
                continue
            for k, log in enumerate(step(tokens)):
                candidates.append(((*tokens, k), score + float(log)))
        candidates.sort(key=lambda c: (-c[1], len(c[0]), c[0]))
        beam = candidates[:width]
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

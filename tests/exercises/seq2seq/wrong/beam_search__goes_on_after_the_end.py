"""A finished sentence is extended like any other.

caught by: test_width_1_is_greedy_search
says: is finished:
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            for k, log in enumerate(step(tokens)):
                candidates.append(((*tokens, k), score + float(log)))
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

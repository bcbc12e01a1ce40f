"""Finished sentences leave the beam, and others take their places.

caught by: test_the_power_of_the_length
says: set finished sentences aside
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    live, done = [((), 0.0)], []
    for _ in range(max_length):
        candidates = [
            ((*tokens, k), score + float(log))
            for tokens, score in live
            for k, log in enumerate(step(tokens))
        ]
        candidates.sort(key=lambda c: (-c[1], c[0]))
        done += [c for c in candidates[:width] if c[0][-1] == end]
        live = [c for c in candidates if c[0][-1] != end][:width]
    pool = done + live
    return min(pool, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

"""The score is added into the array that came.

caught by: test_width_1_is_greedy_search
says: no longer what it had been
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            if end in tokens:
                candidates.append((tokens, score))
                continue
            row = step(tokens)
            row += score
            candidates += [((*tokens, k), float(s)) for k, s in enumerate(row)]
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

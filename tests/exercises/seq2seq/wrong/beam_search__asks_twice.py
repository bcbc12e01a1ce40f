"""Every sentence is asked about for each of its extensions.

caught by: test_it_asks_what_it_needs_and_no_more
says: once is enough
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max_length):
        candidates = []
        for tokens, score in beam:
            if end in tokens:
                candidates.append((tokens, score))
                continue
            for k in range(len(step(tokens))):
                candidates.append(((*tokens, k), score + step(tokens)[k]))
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

"""Every sentence keeps its own best extensions.

caught by: test_it_asks_what_it_needs_and_no_more
says: It asked
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
            best = sorted(range(len(row)), key=lambda k: -row[k])[:width]
            for k in best:
                candidates.append(((*tokens, k), score + float(row[k])))
        beam = candidates
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

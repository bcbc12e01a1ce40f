"""One token too few.

caught by: test_sentences_that_do_not_end
says: you wrote one less
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max(1, max_length - 1)):
        candidates = []
        for tokens, score in beam:
            if end in tokens:
                candidates.append((tokens, score))
                continue
            for k, log in enumerate(step(tokens)):
                candidates.append(((*tokens, k), score + float(log)))
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
        if all(end in tokens for tokens, _ in beam):
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

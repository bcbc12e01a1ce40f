"""It goes on until all sentences are finished.

caught by: test_sentences_that_do_not_end
says: as many as are allowed
"""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    while True:
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

"""It stops at the first finished sentence.

caught by: test_finished_sentences_keep_their_places
says: stopped at the first finished sentence
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
        candidates.sort(key=lambda c: (-c[1], c[0]))
        beam = candidates[:width]
        over = [c for c in beam if end in c[0]]
        if over:
            beam = over
            break
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

"""What is unfinished at the end is left out.

caught by: test_sentences_that_do_not_end
says: left out sentences that are unfinished
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
        if all(end in tokens for tokens, _ in beam):
            break
    beam = [c for c in beam if end in c[0]] or beam
    return min(beam, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))

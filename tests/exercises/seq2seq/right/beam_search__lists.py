"""Sentences are lists, asked about as lists."""


def beam_search(step, width, max_length, end, alpha=0.0):
    beam = [[[], 0.0]]
    while any(end not in words for words, _ in beam) and max_length:
        max_length -= 1
        fresh = []
        for words, score in beam:
            if end in words:
                fresh.append([words, score])
            else:
                row = step(words)
                for k in range(len(row)):
                    fresh.append([[*words, k], score + row[k]])
        fresh.sort(key=lambda c: c[0])
        fresh.sort(key=lambda c: c[1], reverse=True)
        beam = fresh[:width]
    beam.sort(key=lambda c: c[0])
    return tuple(max(beam, key=lambda c: c[1] / len(c[0]) ** alpha))

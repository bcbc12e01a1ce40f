"""With math, one number at a time."""

import math


def perplexity(p):
    if min(p) == 0:
        return math.inf
    return math.exp(-math.fsum(math.log(v) for v in p) / len(p))


def joined(perplexities, lengths):
    pairs = zip(perplexities, lengths, strict=True)
    nats = math.fsum(n * math.log(v) for v, n in pairs)
    return math.exp(nats / int(sum(lengths)))


def bits(perplexity):
    return math.log2(perplexity)

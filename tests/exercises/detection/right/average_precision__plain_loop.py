"""A loop over the cells that could be found."""


def average_precision(scores, right, total):
    pairs = sorted(zip(-scores, range(len(scores)), right, strict=True))
    reached, found = [], 0
    for place, (_, _, flag) in enumerate(pairs, 1):
        found += bool(flag)
        reached.append((found, found / place))
    area = 0.0
    for k in range(1, found + 1):
        area += max(p for n, p in reached if n >= k) / total
    return area

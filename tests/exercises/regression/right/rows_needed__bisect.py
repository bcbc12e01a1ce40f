"""The standard library's bisect on a range, by a key."""

import math
from bisect import bisect_left


def rows_needed(epsilon, models):
    def kept(n):
        return math.sqrt(math.log(20 * models) / (2 * n)) <= epsilon

    return bisect_left(range(1, 10**12), True, key=kept) + 1

"""One entry at a time.

caught by: test_without_loops
says: There is a comprehension in line
"""


def count_positive(a):
    return sum(1 for v in a.ravel() if v > 0)

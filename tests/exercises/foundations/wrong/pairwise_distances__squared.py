"""The root is missing.

caught by: test_three_four_five
says: the root is missing
"""


def pairwise_distances(a, b):
    return ((a[:, None] - b[None]) ** 2).sum(axis=2)

"""Every difference at once.

caught by: test_thousands_of_points_in_little_memory
says: 100 are allowed
"""


def nearest(a, b):
    squares = ((a[:, None] - b) ** 2).sum(axis=2)
    return squares.argmin(axis=1)

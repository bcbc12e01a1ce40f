"""Only the first row is counted.

caught by: test_a_hundred_normal_draws
says: It returned 6; expected was 53.
"""


def count_positive(a):
    return int((a[0] > 0).sum())

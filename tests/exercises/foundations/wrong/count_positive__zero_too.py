"""Zero is counted.

caught by: test_zero_is_not_positive
says: you counted the zeros as well
"""


def count_positive(a):
    return int((a >= 0).sum())

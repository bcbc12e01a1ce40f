"""Whatever is not below or at zero.

caught by: test_missing_numbers_and_infinite_ones
says: nan was counted
"""


def count_positive(a):
    return int((~(a <= 0)).sum())

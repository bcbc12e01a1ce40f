"""Only the first column is counted.

caught by: test_a_small_table
says: It returned 2; expected was 3.
"""


def count_positive(a):
    return int((a > 0).sum(axis=0)[0])

"""Each column is counted by itself.

caught by: test_a_small_table
says: expected one number
"""


def count_positive(a):
    return (a > 0).sum(axis=0)

"""A span below a millionth is taken for constant.

caught by: test_a_narrow_column_is_not_constant
says: For train, it returned
"""


def normalise(train, test):
    mean = train.mean(axis=0)
    spread = train.max(axis=0) - train.min(axis=0)
    spread[spread < 1e-6] = 1
    return (train - mean) / spread, (test - mean) / spread

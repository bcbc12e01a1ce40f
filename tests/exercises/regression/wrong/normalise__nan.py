"""A constant column is divided by zero.

caught by: test_a_constant_column_stays_finite
says: nan values
says: you divided by max − min = 0
"""


def normalise(train, test):
    mean = train.mean(axis=0)
    spread = train.max(axis=0) - train.min(axis=0)
    return (train - mean) / spread, (test - mean) / spread

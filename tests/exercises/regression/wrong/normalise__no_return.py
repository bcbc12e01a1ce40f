"""Nothing is returned.

caught by: test_a_column_by_hand
says: It returned None
"""


def normalise(train, test):
    mean = train.mean(axis=0)
    spread = train.max(axis=0) - train.min(axis=0)
    train, test = (train - mean) / spread, (test - mean) / spread

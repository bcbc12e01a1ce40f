"""Statistics along the wrong axis, which do not fit the rows.

caught by: test_statistics_come_from_the_training_rows
says: Did you take the statistics along axis=1
says: could not be broadcast
"""


def normalise(train, test):
    mean = train.mean(axis=1)
    spread = train.max(axis=1) - train.min(axis=1)
    return (train - mean) / spread, (test - mean) / spread

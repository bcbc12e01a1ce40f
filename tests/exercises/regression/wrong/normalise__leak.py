"""The test rows are scaled by their own statistics.

caught by: test_statistics_come_from_the_training_rows
says: you scaled the test rows by their own statistics
"""


def scale(x):
    spread = x.max(axis=0) - x.min(axis=0)
    spread[spread == 0] = 1
    return (x - x.mean(axis=0)) / spread


def normalise(train, test):
    return scale(train), scale(test)

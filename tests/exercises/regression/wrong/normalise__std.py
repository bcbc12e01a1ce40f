"""Divided by the standard deviation.

caught by: test_a_column_by_hand
says: you divided by the standard deviation; the task asks for max − min
"""


def normalise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std

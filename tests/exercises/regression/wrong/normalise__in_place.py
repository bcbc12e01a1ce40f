"""The caller's arrays are changed.

caught by: test_the_arrays_that_came_in_are_untouched
says: Afterwards train was no longer
says: works in place
"""


def normalise(train, test):
    mean = train.mean(axis=0)
    spread = train.max(axis=0) - train.min(axis=0)
    spread[spread == 0] = 1
    train -= mean
    train /= spread
    test -= mean
    test /= spread
    return train, test

"""One loop that keeps the best; a list and NumPy's numbers come back."""

import numpy as np


def select_model(fits, *sets):
    x_train, y_train, x_valid, y_valid, x_test, y_test = sets
    best = None
    for i, fit in enumerate(fits):
        predict = fit(x_train, y_train)
        miss = np.mean(np.square(predict(x_valid) - y_valid))
        if best is None or miss < best[0]:
            best = miss, np.int64(i), predict
    _, index, predict = best
    return [index, np.mean(np.square(predict(x_test) - y_test))]

"""The bias is forgotten in the prediction.

caught by: test_one_row_by_hand
says: b is left out of the prediction
"""


def linear_gradient(x, y, w, b):
    r = x @ w - y
    return 2 * x.T @ r / len(x), float(2 * r.mean())

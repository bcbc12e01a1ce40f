"""Recursion over halves of the rows.

caught by: test_without_loops
says: With more rows
"""


def slopes(x, r, w1):
    if len(x) == 1:
        return r * (x**2), r * (x + w1.T * x**2), float(r[0, 0])
    half = len(x) // 2
    a, c = slopes(x[:half], r[:half], w1), slopes(x[half:], r[half:], w1)
    return a[0] + c[0], a[1] + c[1], a[2] + c[2]


def quadratic_gradient(x, y, w1, w2, b):
    r = 2 * ((x + w1.T * x**2) @ w2 + b - y) / len(x)
    one, two, three = slopes(x, r, w1)
    return w2 * one.T, two.T, three

"""The exponential and the silence are imported by name.

caught by: test_nothing_overflows_on_the_way
says: NumPy was kept from warning
says: overflow encountered in exp
"""

from numpy import errstate, exp


@errstate(over="ignore")
def tanh_curve(x):
    return 1 - 2 / (exp(2 * x) + 1)

"""NumPy's number is handed on.

caught by: test_a_python_int
says: The task asks for a Python int
"""


def count_positive(a):
    return (a > 0).sum()

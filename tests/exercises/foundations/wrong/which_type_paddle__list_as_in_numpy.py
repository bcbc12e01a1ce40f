"""A list is taken to become what NumPy makes of it.

caught by: test_what_goes_in
says: Python's own fractions
"""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": "float64",
    "paddle.to_tensor(a)": "float64",
    "paddle.to_tensor(a.astype(np.float32))": "float32",
    "paddle.to_tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "int64",
    "k * paddle.to_tensor([0.5, 0.5])": "error",
}

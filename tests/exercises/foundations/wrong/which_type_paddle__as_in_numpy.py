"""Whole numbers times 1.5, as in NumPy.

caught by: test_with_a_single_number
says: NumPy would give float64
"""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": "float32",
    "paddle.to_tensor(a)": "float64",
    "paddle.to_tensor(a.astype(np.float32))": "float32",
    "paddle.to_tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float64",
    "k.mean()": "int64",
    "k * paddle.to_tensor([0.5, 0.5])": "error",
}

"""A comparison is taken to give zeros and ones.

caught by: test_comparisons
says: true or false
"""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": "float32",
    "paddle.to_tensor(a)": "float64",
    "paddle.to_tensor(a.astype(np.float32))": "float32",
    "paddle.to_tensor(i)": "int64",
    "t > 2": "int64",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "int64",
    "k * paddle.to_tensor([0.5, 0.5])": "error",
}

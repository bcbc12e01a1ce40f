"""The mean of integers is taken for a fraction.

caught by: test_whole_numbers
says: Look at the number itself
"""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": "float32",
    "paddle.to_tensor(a)": "float64",
    "paddle.to_tensor(a.astype(np.float32))": "float32",
    "paddle.to_tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "float32",
    "k * paddle.to_tensor([0.5, 0.5])": "error",
}

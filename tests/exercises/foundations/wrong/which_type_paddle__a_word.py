"""A word that is not on offer.

caught by: test_whole_numbers
says: to choose from are bool, error, float32, float64, int64
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
    "k.mean()": "int64",
    "k * paddle.to_tensor([0.5, 0.5])": "float",
}

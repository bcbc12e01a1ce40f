"""The mean of integers, as in NumPy.

caught by: test_whole_numbers
says: is not whole
"""

ANSWERS = {
    "torch.tensor([1.5, 2.5])": "float32",
    "torch.tensor(a)": "float64",
    "torch.tensor(a.astype(np.float32))": "float32",
    "torch.tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "float64",
    "k * torch.tensor([0.5, 0.5])": "float32",
}

"""Whole numbers times 1.5, as in NumPy.

caught by: test_with_a_single_number
says: NumPy would give float64
"""

ANSWERS = {
    "torch.tensor([1.5, 2.5])": "float32",
    "torch.tensor(a)": "float64",
    "torch.tensor(a.astype(np.float32))": "float32",
    "torch.tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float64",
    "k.mean()": "error",
    "k * torch.tensor([0.5, 0.5])": "float32",
}

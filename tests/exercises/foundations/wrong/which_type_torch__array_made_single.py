"""An array of fractions is taken to become float32.

caught by: test_what_goes_in
says: An array keeps its type
"""

ANSWERS = {
    "torch.tensor([1.5, 2.5])": "float32",
    "torch.tensor(a)": "float32",
    "torch.tensor(a.astype(np.float32))": "float32",
    "torch.tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "error",
    "k * torch.tensor([0.5, 0.5])": "float32",
}

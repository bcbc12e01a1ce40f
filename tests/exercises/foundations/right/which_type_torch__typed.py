"""Right: with capitals, spaces and wide letters."""

ANSWERS = {
    "torch.tensor([1.5, 2.5])": " Float32",
    "torch.tensor(a)": "ｆｌｏａｔ64",
    "torch.tensor(a.astype(np.float32))": "float32",
    "torch.tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "Error!",
    "k * torch.tensor([0.5, 0.5])": "float32",
}

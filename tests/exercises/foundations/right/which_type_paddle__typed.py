"""Right: with capitals, spaces and wide letters."""

ANSWERS = {
    "paddle.to_tensor([1.5, 2.5])": " Float32",
    "paddle.to_tensor(a)": "ｆｌｏａｔ64",
    "paddle.to_tensor(a.astype(np.float32))": "float32",
    "paddle.to_tensor(i)": "int64",
    "t > 2": "bool",
    "(t > 2).sum()": "int64",
    "t * 2": "float64",
    "k * 1.5": "float32",
    "k.mean()": "int64",
    "k * paddle.to_tensor([0.5, 0.5])": "Error!",
}

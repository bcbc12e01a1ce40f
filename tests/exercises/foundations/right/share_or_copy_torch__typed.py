"""Right: with capitals, full stops and quotation marks."""

ANSWERS = {
    "torch.tensor(a)": "（COPY）",
    "torch.from_numpy(a)": " Share.",
    "torch.as_tensor(a, dtype=torch.float64)": "（COPY）",
    "t.numpy()": " Share.",
    "t.detach().numpy()": "share",
    "t.numpy().copy()": "copy",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand(2, 3, 4)": "share",
    "t[1:].reshape(8)": "share",
    "t[:, 1:].reshape(9)": "copy",
    "t.T.reshape(12)": "copy",
    "t.T.T.reshape(12)": "share",
    "t[:, ::2].reshape(6)": "share",
}

"""reshape is taken to share always.

caught by: test_reshaped
says: 1, 2, 3, 5
"""

ANSWERS = {
    "torch.tensor(a)": "copy",
    "torch.from_numpy(a)": "share",
    "torch.as_tensor(a, dtype=torch.float64)": "copy",
    "t.numpy()": "share",
    "t.detach().numpy()": "share",
    "t.numpy().copy()": "copy",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand(2, 3, 4)": "share",
    "t[1:].reshape(8)": "share",
    "t[:, 1:].reshape(9)": "share",
    "t.T.reshape(12)": "share",
    "t.T.T.reshape(12)": "share",
    "t[:, ::2].reshape(6)": "share",
}

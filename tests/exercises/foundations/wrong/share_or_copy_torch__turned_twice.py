"""Whatever was turned is taken for out of order.

caught by: test_reshaped
says: 0, 1, 2, 3
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
    "t[:, 1:].reshape(9)": "copy",
    "t.T.reshape(12)": "copy",
    "t.T.T.reshape(12)": "copy",
    "t[:, ::2].reshape(6)": "share",
}

"""reshape is taken to share always.

caught by: test_inside
says: do not lie in order
"""

ANSWERS = {
    "torch.tensor(a)": "copy",
    "torch.from_numpy(a)": "share",
    "torch.as_tensor(a, dtype=torch.float64)": "copy",
    "t.numpy()": "share",
    "t.detach().numpy()": "share",
    "t.numpy().copy()": "copy",
    "t[1:, ::2]": "share",
    "t[[1, 2]]": "copy",
    "t.T": "share",
    "t.reshape(4, 3)": "share",
    "t.T.reshape(3, 4)": "share",
    "t.expand(2, 3, 4)": "share",
}

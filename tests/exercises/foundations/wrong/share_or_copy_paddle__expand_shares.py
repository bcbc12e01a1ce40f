"""expand as in PyTorch.

caught by: test_picked_and_turned
says: PaddlePaddle copies
"""

ANSWERS = {
    "paddle.to_tensor(a)": "copy",
    "paddle.from_numpy(a)": "copy",
    "paddle.from_dlpack(a)": "share",
    "t.numpy()": "copy",
    "t.detach().numpy()": "copy",
    "np.from_dlpack(t)": "share",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand([2, 3, 4])": "share",
    "t[1:].reshape([8])": "share",
    "t[:, 1:].reshape([9])": "copy",
    "t.T.reshape([12])": "copy",
    "t.T.T.reshape([12])": "share",
    "t[:, ::2].reshape([6])": "share",
}

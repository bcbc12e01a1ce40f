"""expand as in PyTorch.

caught by: test_inside
says: PaddlePaddle copies
"""

ANSWERS = {
    "paddle.to_tensor(a)": "copy",
    "paddle.from_numpy(a)": "copy",
    "paddle.from_dlpack(a)": "share",
    "t.numpy()": "copy",
    "t.detach().numpy()": "copy",
    "np.from_dlpack(t)": "share",
    "t[1:, ::2]": "share",
    "t[[1, 2]]": "copy",
    "t.T": "share",
    "t.reshape([4, 3])": "share",
    "t.T.reshape([3, 4])": "copy",
    "t.expand([2, 3, 4])": "share",
}

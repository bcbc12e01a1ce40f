"""Right: with capitals, full stops and quotation marks."""

ANSWERS = {
    "paddle.to_tensor(a)": "（COPY）",
    "paddle.from_numpy(a)": "（COPY）",
    "paddle.from_dlpack(a)": " Share.",
    "t.numpy()": "copy",
    "t.detach().numpy()": "copy",
    "np.from_dlpack(t)": " Share.",
    "t[::2]": "share",
    "t[[0, 2]]": "copy",
    "t.T[1]": "share",
    "t.expand([2, 3, 4])": "copy",
    "t[1:].reshape([8])": "share",
    "t[:, 1:].reshape([9])": "copy",
    "t.T.reshape([12])": "copy",
    "t.T.T.reshape([12])": "share",
    "t[:, ::2].reshape([6])": "share",
}

"""Loops as a reader would write them without `fit`, in both frameworks."""

import numpy as np


def torch_loop(model, x, y, lr=0.05, batch_size=64):
    """One epoch by hand, batches cut from tensors; the losses."""
    import torch
    import torch.nn.functional as F  # noqa: N812

    x, y = torch.from_numpy(x), torch.from_numpy(y)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    model.train()
    for rows in torch.randperm(len(x)).split(batch_size):
        loss = F.cross_entropy(model(x[rows]), y[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def torch_data_loader(model, x, y, lr=0.05, batch_size=64):
    """The same with PyTorch's DataLoader."""
    import torch
    import torch.nn.functional as F  # noqa: N812
    from torch.utils.data import DataLoader, TensorDataset

    data = TensorDataset(torch.from_numpy(x), torch.from_numpy(y))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    model.train()
    for xb, yb in DataLoader(data, batch_size, shuffle=True):
        loss = F.cross_entropy(model(xb), yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def paddle_loop(model, x, y, lr=0.05, batch_size=64):
    """One epoch by hand, batches cut from arrays; the losses."""
    import paddle
    import paddle.nn.functional as F  # noqa: N812

    optimizer = paddle.optimizer.SGD(lr, parameters=model.parameters())
    order = np.random.permutation(len(x))
    losses = []
    model.train()
    for start in range(0, len(x), batch_size):
        rows = order[start : start + batch_size]
        xb, yb = paddle.to_tensor(x[rows]), paddle.to_tensor(y[rows])
        loss = F.cross_entropy(model(xb), yb)
        loss.backward()
        optimizer.step()
        optimizer.clear_grad()
        losses.append(loss.item())
    return losses


def paddle_data_loader(model, x, y, lr=0.05, batch_size=64):
    """The same with Paddle's DataLoader."""
    import paddle
    import paddle.nn.functional as F  # noqa: N812
    from paddle.io import DataLoader, TensorDataset

    data = TensorDataset([paddle.to_tensor(x), paddle.to_tensor(y)])
    optimizer = paddle.optimizer.SGD(lr, parameters=model.parameters())
    losses = []
    model.train()
    for xb, yb in DataLoader(data, batch_size=batch_size, shuffle=True):
        loss = F.cross_entropy(model(xb), yb)
        loss.backward()
        optimizer.step()
        optimizer.clear_grad()
        losses.append(loss.item())
    return losses


LOOPS = {"torch": torch_loop, "paddle": paddle_loop}
DATA_LOADERS = {"torch": torch_data_loader, "paddle": paddle_data_loader}

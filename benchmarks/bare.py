"""Loops as a reader would write them without `fit`, in both frameworks.

The data lie on the device from the start, and losses are read at the end:
whoever writes a loop for a GPU makes it wait for nothing.
"""


def torch_loop(model, x, y, lr=0.05, batch_size=64, epochs=1, device="cpu"):
    """Epochs by hand, batches cut from tensors; the losses."""
    import torch
    import torch.nn.functional as F  # noqa: N812

    x, y = (torch.from_numpy(array).to(device) for array in (x, y))
    model.to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    model.train()
    for _ in range(epochs):
        order = torch.randperm(len(x), device=device)
        for rows in order.split(batch_size):
            loss = F.cross_entropy(model(x[rows]), y[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.detach())
    return torch.stack(losses).tolist()


def torch_data_loader(model, x, y, lr=0.05, batch_size=64):
    """One epoch with PyTorch's DataLoader."""
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


def paddle_loop(model, x, y, lr=0.05, batch_size=64, epochs=1, device="cpu"):
    """Epochs by hand, batches cut from tensors; the losses."""
    import paddle
    import paddle.nn.functional as F  # noqa: N812

    x, y = (paddle.to_tensor(array, place=device) for array in (x, y))
    model.to(device)
    optimizer = paddle.optimizer.SGD(lr, parameters=model.parameters())
    losses = []
    model.train()
    for _ in range(epochs):
        order = paddle.randperm(len(x)).to(device)
        for rows in order.split(sizes(len(x), batch_size)):
            xb, yb = paddle.gather(x, rows), paddle.gather(y, rows)
            loss = F.cross_entropy(model(xb), yb)
            loss.backward()
            optimizer.step()
            optimizer.clear_grad()
            losses.append(loss.detach())
    return paddle.stack(losses).tolist()


def sizes(count, batch_size):
    """How many examples each batch has, as Paddle's split wants it."""
    whole, rest = divmod(count, batch_size)
    return [batch_size] * whole + [rest] * (rest > 0)


def paddle_data_loader(model, x, y, lr=0.05, batch_size=64):
    """One epoch with Paddle's DataLoader."""
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

"""Small models of sequences, for the tests of both twins."""

import numpy as np


def framework(d2l):
    """The framework's `nn` and the class of its layers."""
    if d2l.__name__.endswith("torch"):
        from torch import nn

        return nn, nn.Module
    from paddle import nn

    return nn, nn.Layer


def tagger(d2l, tokens=8):
    """Logits for every token of a sequence, from an LSTM."""
    nn, base = framework(d2l)
    first = {"batch_first": True} if base.__module__[0] == "t" else {}

    class Tagger(base):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(tokens, 5)
            self.rnn = nn.LSTM(5, 6, **first)
            self.head = nn.Linear(6, tokens)

        def forward(self, x):
            states, _ = self.rnn(self.embedding(x.values))
            return self.head(states)

    d2l.set_seed(1)
    return Tagger()


def forked(d2l):
    """Reads {"a": (n, 2), "b": (n, 3)}, gives (logits, {"size": …})."""
    nn, base = framework(d2l)

    class Forked(base):
        def __init__(self):
            super().__init__()
            self.left = nn.Linear(2, 3)
            self.right = nn.Linear(3, 1)

        def forward(self, x):
            return self.left(x["a"]), {"size": self.right(x["b"])}

    d2l.set_seed(1)
    return Forked()


def forked_loss(d2l):
    """Cross-entropy of the one output, squared error of the other."""
    if d2l.__name__.endswith("torch"):
        import torch.nn.functional as F  # noqa: N812
    else:
        import paddle.nn.functional as F  # noqa: N812

    def loss(outputs, y):
        logits, sizes = outputs
        kind, size = y
        return F.cross_entropy(logits, kind) + F.mse_loss(sizes["size"], size)

    return loss


def sentences(n=37, seed=0):
    """Sequences of 1 to 8 tokens, and each token's successor as target."""
    rng = np.random.default_rng(seed)
    part = [rng.integers(1, 7, t) for t in rng.integers(1, 9, n)]
    return part, [tokens + 1 for tokens in part]


def measured(n=40):
    """x and y of `forked`."""
    rng = np.random.default_rng(3)
    x = {"a": rng.normal(size=(n, 2)), "b": rng.normal(size=(n, 3))}
    kinds = (x["a"][:, 0] > 0) * 1
    return x, (kinds, x["b"].sum(1, keepdims=True))

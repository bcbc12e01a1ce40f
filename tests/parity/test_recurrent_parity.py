"""Recurrent layers and structures agree: outputs, gradients, losses."""

import importlib

import numpy as np
import pytest
from parity_cases import Case

from d2lcode import parity

RECURRENT = {"LSTM": "LSTM", "GRU": "GRU", "RNN": "SimpleRNN"}


def part(d2l, name):
    return importlib.import_module(f"{d2l.__name__}.{name}")


def framework(d2l):
    """The framework's `nn`, its base class, and whether it is PyTorch."""
    nn = part(d2l, "checkpoint").nn
    ours = d2l.__name__.endswith("torch")
    return nn, nn.Module if ours else nn.Layer, ours


def layer(d2l, kind, layers=1, both_ways=False):
    nn, _, ours = framework(d2l)
    if ours:
        options = {"batch_first": True, "bidirectional": bool(both_ways)}
    else:
        kind = RECURRENT[kind]
        options = {"direction": "bidirect" if both_ways else "forward"}
    return getattr(nn, kind)(4, 5, num_layers=layers, **options)


def reader(d2l, kind="LSTM", layers=1, both_ways=False):
    """Tokens (n, t) in, logits (n, t, 7) out; tied to nothing."""
    nn, base, _ = framework(d2l)

    class Reader(base):
        def __init__(self):
            super().__init__()
            self.embedding = nn.Embedding(7, 4)
            self.rnn = layer(d2l, kind, layers, both_ways)
            self.norm = nn.LayerNorm(5 * (1 + both_ways))
            self.head = nn.Linear(5 * (1 + both_ways), 7)

        def forward(self, x):
            x = x.values if isinstance(x, d2l.Padded) else x
            return self.head(self.norm(self.rnn(self.embedding(x))[0]))

    return Reader()


every = pytest.mark.parametrize(
    ("kind", "layers", "both_ways"),
    [
        (k, n, both)
        for k in RECURRENT
        for n in (1, 2)
        for both in (False, True)
    ],
)


@every
@pytest.mark.parametrize("way", [1, -1])
def test_the_same_weights_give_the_same_states(
    twins, kind, layers, both_ways, way
):
    models = [layer(d2l, kind, layers, both_ways) for d2l in twins][::way]
    x = np.random.default_rng(0).normal(size=(3, 6, 4)).astype(np.float32)
    assert parity.distance(*(states(model, x) for model in models)) > 0.01
    parity.carry(*models)
    arrays = [parity.weights(m) for m in models]
    assert arrays[0].keys() == arrays[1].keys()
    assert len(arrays[0]) == 4 * layers * (1 + both_ways)
    outputs = [states(model, x) for model in models]
    assert parity.distance(*outputs) < 1e-5


def states(model, x):
    """What the layer gives for every step."""
    module = part(parity.twin(model), "loading")
    return model(module.as_tensor(x))[0].detach().numpy()


def tokens():
    rng = np.random.default_rng(1)
    x = [rng.integers(0, 7, t) for t in (3, 5, 1, 4)]
    return x, [np.roll(row, -1) for row in x]


@every
def test_models_of_sequences_agree(twins, kind, layers, both_ways):
    models = [reader(d2l, kind, layers, both_ways) for d2l in twins]
    gap = parity.compare(*models, *tokens(), loss="token_cross_entropy")
    assert gap.outputs < 1e-5
    assert gap.gradients < 1e-4
    assert gap.losses < 1e-4


def test_gates_in_another_order_are_told_apart(twins):
    """The tolerance does not hide a swap of two gates."""
    models = [layer(d2l, "GRU") for d2l in twins]
    arrays = parity.weights(models[0])
    swapped = {
        name: np.concatenate([a[5:10], a[:5], a[10:]])
        for name, a in arrays.items()
    }
    parity.load(models[1], swapped)
    x = np.random.default_rng(0).normal(size=(3, 6, 4)).astype(np.float32)
    assert parity.distance(*(states(m, x) for m in models)) > 1e-3


def forked(d2l):
    nn, base, _ = framework(d2l)

    class Forked(base):
        def __init__(self):
            super().__init__()
            self.left, self.right = nn.Linear(2, 3), nn.Linear(3, 1)

        def forward(self, x):
            return self.left(x["a"]), {"size": self.right(x["b"])}

    return Forked()


def squares(outputs, y):
    """In both frameworks alike."""
    first, second = outputs
    wrong = second["size"] - y["size"]
    return (first * first).mean() + (wrong * wrong).mean()


def test_several_inputs_and_outputs_agree(twins):
    rng = np.random.default_rng(2)
    x = {"a": rng.normal(size=(6, 2)), "b": rng.normal(size=(6, 3))}
    y = {"size": rng.normal(size=(6, 1))}
    models = [forked(d2l) for d2l in twins]
    before = [parity.twin(m).predict(m, x)[0] for m in models]
    assert parity.distance(*before) > 0.01
    gap = parity.compare(*models, x, y, loss=squares)
    assert gap.outputs < 1e-5
    assert gap.gradients < 1e-4
    assert gap.losses < 1e-4


def test_the_output_furthest_apart_counts(twins):
    models = [forked(twins[0]), forked(twins[0])]
    models[1].forward = lambda x: (
        models[1].left(x["a"]),
        {"size": models[1].right(x["b"]) + 1},
    )
    x = {"a": np.ones((2, 2)), "b": np.ones((2, 3))}
    y = {"size": np.ones((2, 1))}
    assert parity.compare(*models, x, y, loss=squares).outputs > 0.1


def whole_numbers(d2l):
    if framework(d2l)[2]:
        return importlib.import_module("torch").int64
    return "int64"


@every
def test_summaries_are_equal(twins, kind, layers, both_ways):
    tables = []
    for d2l in twins:
        dtype = whole_numbers(d2l)
        model = reader(d2l, kind, layers, both_ways)
        table = d2l.summary(model, (2, 6), dtype)
        padded = d2l.summary(model, d2l.Padded((2, 6), (2,)), dtype)
        assert table == padded
        tables.append(table)
    ours, theirs = tables
    assert ours == theirs
    assert [row.name for row in ours.rows] == [
        "embedding",
        "rnn",
        "norm",
        "head",
    ]
    assert ours.rows[1].kind == kind
    assert ours.rows[1].shape == (2, 6, 5 * (1 + both_ways))
    assert ours.parameters == sum(row.parameters for row in ours.rows)
    gates = {"LSTM": 4, "GRU": 3, "RNN": 1}[kind]
    first = (1 + both_ways) * gates * 5 * (4 + 5 + 2)
    inside = (1 + both_ways) * gates * 5 * (5 * (1 + both_ways) + 5 + 2)
    assert ours.rows[1].parameters == first + (layers - 1) * inside


def test_summaries_of_structures_are_equal(twins):
    shapes = {"a": (4, 2), "b": (4, 3)}
    ours, theirs = (d2l.summary(forked(d2l), shapes) for d2l in twins)
    assert ours == theirs
    assert [row.shape for row in ours.rows] == [(4, 3), (4, 1)]
    typed = twins[0].summary(forked(twins[0]), shapes, {"a": None, "b": None})
    assert typed == ours


def test_packed_sequences_are_shown_as_padded():
    torch = pytest.importorskip("torch")
    from torch.nn.utils.rnn import pack_padded_sequence

    from d2lcode import torch as d2l

    class Packing(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.rnn = torch.nn.GRU(3, 5, batch_first=True)

        def forward(self, x):
            packed = pack_padded_sequence(*x, batch_first=True)
            return self.rnn(packed)[1]

    table = d2l.summary(Packing(), d2l.Padded((2, 6, 3), (2,)))
    assert [row.shape for row in table.rows] == [(2, 6, 5)]


def test_a_layer_called_at_every_step_has_one_row(twins):
    def stepping(d2l):
        nn, base, _ = framework(d2l)

        class Stepping(base):
            def __init__(self):
                super().__init__()
                self.cell = nn.LSTMCell(3, 5)

            def forward(self, x):
                state = None
                for step in range(x.shape[1]):
                    found = self.cell(x[:, step], state)
                    state = found if len(found[1]) != 2 else found[1]
                return state[0]

        return Stepping()

    ours, theirs = (d2l.summary(stepping(d2l), (4, 6, 3)) for d2l in twins)
    assert ours == theirs
    assert [row.shape for row in ours.rows] == [(4, 5)]


@pytest.mark.parametrize("shape", [((2,), 3), {"a": ()}, ((2, 0),), {}, ()])
def test_what_is_no_structure_of_shapes(twins, shape):
    for d2l in twins:
        with pytest.raises(ValueError, match="input_shape is"):
            d2l.summary(forked(d2l), shape)


def test_a_row_of_the_table_may_hold_sequences(twins):
    case = Case(reader, *tokens(), parameters=0, loss="token_cross_entropy")
    ours, theirs = (case.summary(d2l) for d2l in twins)
    assert ours == theirs
    assert ours.rows[-1].shape == (4, 5, 7)
    x = {"a": np.ones((4, 2)), "b": np.ones((4, 3))}
    shapes = Case(forked, x, np.ones(4), parameters=0).summary(twins[1])
    assert [row.shape for row in shapes.rows] == [(4, 3), (4, 1)]

import copy

import numpy as np

from d2lcode.grading import AnswerError, expect, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.stateful import continues, forgets, keeps_rows_apart
from d2lcode.grading.wording import kind

TRAINS = "writing a layer with a state: an LSTM by hand"
HINTS = [
    "Join x and h along the second axis, send them through the dense layer, "
    "and cut the result into four: `chunk` does.",
    "Without a state, make zeros of x's rows and type: `x.new_zeros(n, k)`, "
    "or `paddle.zeros([n, k], dtype=x.dtype)`.",
    "`unroll` is a loop of three lines: `state = cell(x[:, t], state)`, and "
    "`state[0]` is appended. `stack` along axis 1 ends it.",
]
ORDERS = ("ifog", "figo", "fiog", "igfo", "gifo", "oifg", "fgio", "iofg")


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def step(x, h, c, w, b, **changed):
    """One step by hand, or with what is changed by a mistake."""
    pair = [h, x] if changed.get("turned") else [x, h]
    z = np.concatenate(pair, axis=1) @ w.T + b
    cut = dict(
        zip(changed.get("order", "ifgo"), np.split(z, 4, 1), strict=True)
    )
    i, f, o = (sigmoid(cut[name]) for name in "ifo")
    i = 1 - f if changed.get("coupled") else i
    g = sigmoid(cut["g"]) if changed.get("squashed") else np.tanh(cut["g"])
    new = f * c + i * g
    shown = c if changed.get("stale") else new
    return o * (shown if changed.get("bare") else np.tanh(shown)), new


def walk(x, h, c, w, b):
    """The whole sequence by hand: outputs (n, t, k), and the last h, c."""
    outputs = []
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h, c, w, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


VARIATIONS = {
    **{
        f"the gates are cut in the order {', '.join(order)}; the task has "
        "i, f, g, o.": {"order": order}
        for order in ORDERS
    },
    "h in front of x went into the dense layer; x comes first.": {
        "turned": True
    },
    "h was made of c without its tanh.": {"bare": True},
    "what is added goes through the sigmoid in place of tanh.": {
        "squashed": True
    },
    "the input gate is 1 − f; it has a quarter of its own.": {"coupled": True},
    "h was made of the old c; the new one is shown.": {"stale": True},
}


def build(answer, d, k, seed=0):
    """A cell of the reader's, with the same weights for each seed."""
    answer.framework.set_seed(seed)
    cell = expect(answer.LSTMCell, d, k).value
    require(
        isinstance(cell, answer.framework.MODULE),
        f"LSTMCell is not a {answer.framework.MODULE_NAME}: derive the class "
        "from it, as the starter does.",
    )
    return cell


def drawn(*shape, seed=0, scale=1.0):
    rng = np.random.default_rng(seed)
    return (scale * rng.normal(size=shape)).astype(np.float32)


def tensors(answer, state):
    """A state as tensors; None stays."""
    if state is None:
        return None
    return tuple(answer.framework.tensor(part) for part in state)


def arrays(answer, call, state, n, k):
    """The state that came back, as two arrays (n, k)."""
    right = isinstance(state, tuple | list) and len(state) == 2
    call.require(
        right and all(isinstance(p, answer.framework.TENSOR) for p in state),
        f"The state that came back is {kind(state)}; expected was the tuple "
        "(h, c) of two tensors.",
    )
    h, c = (answer.framework.array(part) for part in state)
    call.require(
        h.shape == c.shape == (n, k),
        f"h and c have the shapes {h.shape} and {c.shape}; expected was "
        f"{(n, k)} for both.",
    )
    return h, c


def named(function, name):
    def called(*args):
        return function(*args)

    called.__name__ = name
    return called


def one(answer, cell, x, state=None):
    """Take a step: h and c as arrays."""
    given = () if state is None else (tensors(answer, state),)
    k = learnt(answer, cell)[0].shape[0] // 4
    call = expect(named(cell, "cell"), answer.framework.tensor(x), *given)
    found = arrays(answer, call, call.value, len(x), k)
    call.leaves_inputs()
    return found


def read(answer, cell, x, state=None):
    """Unroll the cell: outputs and state, as arrays."""
    given = () if state is None else (tensors(answer, state),)
    call = expect(answer.unroll, cell, answer.framework.tensor(x), *given)
    got, k = call.value, learnt(answer, cell)[0].shape[0] // 4
    call.require(
        isinstance(got, tuple | list) and len(got) == 2,
        f"It returned {kind(got)}; expected was a tuple: the outputs of all "
        "steps, and the state.",
    )
    outputs = answer.framework.array(got[0])
    check_shape(call, outputs.shape, x.shape, k)
    found = outputs, arrays(answer, call, got[1], len(x), k)
    call.leaves_inputs()
    return found


def check_shape(call, shape, given, k):
    n, t, _ = given
    if shape == (n, t, k):
        return
    why = ""
    if shape == (n, k):
        why = " The h of every step is asked for, not the last alone."
    elif shape == (t, n, k):
        why = (
            " Yours has the steps first. Does the loop walk along the rows, "
            "the first axis, or are the outputs stacked along axis 0?"
        )
    elif shape == (n, t * k):
        why = " The steps have an axis of their own: stack, not cat."
    raise AnswerError(
        f"{call.called}\nThe outputs have shape {shape}; expected was "
        f"{(n, t, k)}.{why}"
    )


def learnt(answer, cell):
    """Weight (4k, d + k) and bias (4k,) of the one dense layer."""
    found = answer.framework.weights(cell)
    shapes = [w.shape for w in found]
    require(
        len(shapes) == 2
        and len(shapes[0]) == 2
        and shapes[1] == shapes[0][:1]
        and shapes[0][0] % 4 == 0,
        "The cell learns arrays of the shapes "
        f"{shapes or 'none'}; expected were those of one dense layer, its "
        "weight and its bias, and nothing else.",
    )
    return found


def by_hand(answer, cell, x, state=None, **changed):
    w, b = (v.astype(float) for v in learnt(answer, cell))
    k = len(b) // 4
    h, c = state or (np.zeros((len(x), k)),) * 2
    return step(x.astype(float), h, c, w, b, **changed)


def alike(mine, right):
    return all(
        np.allclose(a, b, rtol=1e-4, atol=2e-5)
        for a, b in zip(mine, right, strict=True)
    )


def judge(answer, cell, boards, when=""):
    """Compare steps with the cell's own weights, worked through by hand."""
    mine = [one(answer, cell, *board) for board in boards]

    def fits(exchanged=False, **changed):
        order = slice(None, None, -1 if exchanged else 1)
        return all(
            alike(got[order], by_hand(answer, cell, *board, **changed))
            for got, board in zip(mine, boards, strict=True)
        )

    if fits():
        return
    likely = [why for why, how in VARIATIONS.items() if fits(**how)]
    if fits(exchanged=True):
        likely = ["the tuple is (c, h); h comes first: (h, c)."]
    likely += unused(answer, boards, mine, cell)
    if not alike(mine[0], one(answer, cell, *boards[0])):
        likely = [
            "the same step, taken twice, gives two states: one is kept in "
            "self. A state is handed in and handed back, and is nowhere else."
        ]
    because = f"\nLikely mistake: {likely[0]}" if likely else ""
    raise AnswerError(
        f"{when}With your cell's own weights, worked through by hand, "
        f"another state comes out.{because}"
    )


def unused(answer, boards, mine, cell):
    """Name a part of the state that is not used, if one is not."""
    found = {
        "the state that is handed in is not used.": (0, 0),
        "c of the state is not used.": (1, 0),
        "h of the state is not used.": (0, 1),
    }
    return [
        why
        for why, (keep_h, keep_c) in found.items()
        if any(len(board) > 1 for board in boards)
        and all(
            alike(
                got,
                by_hand(
                    answer,
                    cell,
                    board[0],
                    (keep_h * board[1][0], keep_c * board[1][1])
                    if len(board) > 1
                    else None,
                ),
            )
            for got, board in zip(mine, boards, strict=True)
        )
    ]


def spread(answer, cell, seed=0, scale=0.8):
    """Give a cell other weights, biases too; the reader's own stay small."""
    fill(answer, cell, seed, scale)
    return cell


def fill(answer, cell, seed, scale=0.8):
    state = cell.state_dict()
    shapes = {name: tuple(value.shape) for name, value in state.items()}
    made = {
        name: drawn(*shape, seed=seed + place, scale=scale)
        for place, (name, shape) in enumerate(shapes.items())
    }
    kinds = {n: str(v.dtype).rpartition(".")[2] for n, v in state.items()}
    made = {
        n: answer.framework.tensor(a.astype(kinds[n])) for n, a in made.items()
    }
    if answer.backend == "torch":
        cell.load_state_dict(made)
    else:
        cell.set_state_dict(made)


@points(1)
def test_what_it_learns(answer):
    for d, k in ((3, 2), (2, 5)):
        cell = build(answer, d, k)
        require(
            not any(
                type(part).__name__ in ("LSTM", "LSTMCell")
                and part is not cell
                for part in parts(answer, cell)
            ),
            "Inside there is the framework's own LSTM or LSTMCell. Write the "
            "step with one dense layer.",
        )
        w, b = learnt(answer, cell)
        require(
            w.shape == (4 * k, d + k),
            f"LSTMCell({d}, {k}) has a dense layer from {w.shape[1]} numbers "
            f"to {w.shape[0]}; expected was from {d + k} to {4 * k}.",
        )
        right = np.repeat([0.0, 1.0, 0.0, 0.0], k)
        require(
            np.array_equal(b, right),
            f"The biases start at\n{b}\nExpected was\n{right}\nThose of the "
            "forget gate, the second quarter, start at 1; the others start "
            "at 0.",
        )
        another = learnt(answer, expect(answer.LSTMCell, d, k).value)[0]
        require(
            w.std() > 0.01
            and len(np.unique(w)) > w.size / 2
            and not np.array_equal(w, another),
            "The weights do not start at random: each has a value of its own, "
            "and the next cell that is made has others. Was a seed set?",
        )


def parts(answer, cell):
    if answer.backend == "torch":
        return list(cell.modules())
    return cell.sublayers(include_self=True)


@points(2)
def test_one_step(answer):
    cell = build(answer, 3, 2)
    one(answer, cell, drawn(4, 3))
    spread(answer, cell)
    judge(answer, cell, [(drawn(4, 3),), (drawn(7, 3, seed=1),)])
    state = drawn(4, 2, seed=2), drawn(4, 2, seed=3)
    other = drawn(5, 2, seed=4), drawn(5, 2, seed=5)
    boards = [(drawn(4, 3), state), (drawn(5, 3, seed=6), other)]
    mine = [one(answer, cell, *board) for board in boards]
    if not any(
        alike(got, by_hand(answer, cell, *board))
        for got, board in zip(mine, boards, strict=True)
    ) and not unused(answer, boards, mine, cell):
        judge(answer, cell, boards)


@points(1)
def test_a_state_that_is_given(answer):
    for d, k, seed in ((3, 2, 0), (1, 5, 1), (4, 4, 2), (2, 1, 3)):
        cell = build(answer, d, k)
        one(answer, cell, drawn(2, d))
        spread(answer, cell, seed)
        boards = [
            (
                drawn(n, d, seed=seed + n, scale=2.0),
                (drawn(n, k, seed=n), drawn(n, k, seed=n + 9, scale=3.0)),
            )
            for n in (4, 1)
        ]
        judge(answer, cell, boards)


def check_walk(answer, cell, x, state=None):
    outputs, (h, c) = read(answer, cell, x, state)
    w, b = (v.astype(float) for v in learnt(answer, cell))
    k = len(b) // 4
    first = state or (np.zeros((len(x), k)),) * 2
    right, last_h, last_c = walk(x.astype(float), *first, w, b)
    if alike((outputs, h, c), (right, last_h, last_c)):
        return
    raise AnswerError(
        f"A sequence of {x.shape[1]} steps, {len(x)} rows, gives other "
        "outputs or another state than your cell's own weights, worked "
        f"through by hand.{lost(outputs, x, first, w, b)}"
    )


def lost(outputs, x, first, w, b):
    """Say how the steps were gone through, where that explains it."""
    wide = x.astype(float)
    anew = [step(wide[:, t], *first, w, b)[0] for t in range(x.shape[1])]
    cells, (h, c) = [], first
    for t in range(x.shape[1]):
        h, c = step(wide[:, t], h, c, w, b)
        cells.append(c)
    found = {
        "it is read from the end.": walk(wide[:, ::-1], *first, w, b)[0],
        "each step begins anew; the state of the step before is handed to "
        "the next.": np.stack(anew, axis=1),
        "the outputs are the c of each step; its h is asked for.": np.stack(
            cells, axis=1
        ),
    }
    for why, wrong in found.items():
        if alike((outputs,), (wrong,)):
            return f"\nLikely mistake: {why}"
    return ""


@points(2)
def test_a_whole_sequence(answer):
    cell = build(answer, 3, 2)
    read(answer, cell, drawn(4, 5, 3))
    spread(answer, cell)
    for n, t in ((4, 5), (1, 1), (2, 1), (1, 6), (3, 3)):
        check_walk(answer, cell, drawn(n, t, 3, seed=t))
    state = drawn(2, 2, seed=8), drawn(2, 2, seed=9)
    check_walk(answer, cell, drawn(2, 40, 3, seed=7), state)
    check_walk(answer, cell, drawn(1, 1_100, 3, seed=10))
    narrow = spread(answer, build(answer, 2, 1), 11)
    check_walk(answer, narrow, drawn(3, 4, 2, seed=12))
    check_walk(answer, narrow, drawn(1, 1, 2, seed=13))


@points(1)
def test_two_halves_are_one_sequence(answer):
    cell = build(answer, 3, 4)

    def reads(x, state):
        return read(answer, cell, x, state)

    reads(drawn(2, 3, 3), None)
    spread(answer, cell, 3)
    continues(reads, drawn(3, 7, 3), [3])
    continues(reads, drawn(1, 6, 3, seed=1), [1, 2, 5])
    keeps_rows_apart(reads, drawn(4, 5, 3, seed=2))


@points(1)
def test_nothing_is_remembered_between_calls(answer):
    cell = build(answer, 2, 3)

    def reads(x, state):
        return read(answer, cell, x, state)

    def steps(x, state):
        h, c = one(answer, cell, x[:, 0], state)
        return h[:, None], (h, c)

    reads(drawn(2, 3, 2), None)
    spread(answer, cell, 5)
    for way in (reads, steps):
        forgets(way, drawn(3, 4, 2), drawn(3, 2, 2, seed=1))
        forgets(way, drawn(3, 4, 2), drawn(1, 5, 2, seed=2))
    before = learnt(answer, cell)
    reads(drawn(3, 4, 2), None)
    require(
        all(map(np.array_equal, before, learnt(answer, cell))),
        "Reading a sequence changed the weights of the cell.",
    )


def slopes(answer, cell, x, h, c):
    """Gradients of a sum of the outputs, each with another weight."""
    to, follow = answer.framework.tensor, answer.framework.followed
    leaves = [follow(v) for v in (x, h, c)]
    outputs, (last_h, last_c) = answer.unroll(
        cell, leaves[0], tuple(leaves[1:])
    )
    pull = drawn(*outputs.shape, seed=40)
    loss = (outputs * to(pull)).sum() + (last_h * last_c).sum()
    answer.framework.go_back(loss)
    found = [
        None if v.grad is None else answer.framework.array(v.grad)
        for v in leaves
    ]
    return found + answer.framework.gradients(cell), pull


@points(2)
def test_the_gradient_goes_through_time(answer):
    cell = build(answer, 3, 2)
    x, h, c = drawn(2, 12, 3), drawn(2, 2, seed=1), drawn(2, 2, seed=2)
    read(answer, cell, x, (h, c))
    fill(answer, cell, 6)
    found, pull = slopes(answer, cell, x, h, c)
    w, b = (v.astype(float) for v in learnt(answer, cell))
    at = [v.astype(float) for v in (x, h, c, w, b)]

    def loss(values):
        outputs, last_h, last_c = walk(*values)
        return np.sum(outputs * pull) + np.sum(last_h * last_c)

    names = ("the input x", "h", "c", "the weight", "the bias")
    for place, (name, mine) in enumerate(zip(names, found, strict=True)):
        way = drawn(*at[place].shape, seed=50 + place).astype(float)
        ends = [
            loss([*at[:place], at[place] + s * way, *at[place + 1 :]])
            for s in (1e-5, -1e-5)
        ]
        slope = (ends[0] - ends[1]) / 2e-5
        got = 0.0 if mine is None else float(np.sum(mine * way))
        require(
            abs(got - slope) <= 1e-3 * max(1, abs(slope)),
            f"The gradient that arrives at {name}, through twelve steps, is "
            f"not the slope of the loss: in one direction it says {got:.5g}, "
            f"and small steps give {slope:.5g}. A part of it leaves the "
            "graph on the way (by detach, no_grad, NumPy or .data).",
        )


@points(1)
def test_copies_eval_and_other_types(answer):
    cell = build(answer, 3, 2)
    x = drawn(2, 4, 3)
    state = drawn(2, 2, seed=1), drawn(2, 2, seed=2)
    read(answer, cell, x)
    fill(answer, cell, 7)
    guarded(answer, cell, x, state, "A cell")
    twin = copied(cell)
    fill(answer, twin, 8)
    guarded(answer, twin, x, state, "A copy with other weights")
    guarded(answer, cell, x, state, "A cell of which a copy was changed")
    cell.eval()
    guarded(answer, cell, x, state, "After eval(), a cell")
    wide = answer.framework.double(twin)
    x, state = x.astype(float), tuple(part.astype(float) for part in state)
    guarded(answer, wide, x, state, "In float64, a cell")
    guarded(answer, wide, x, None, "In float64 and without a state, a cell")
    outputs, _ = read(answer, wide, x)
    require(
        outputs.dtype == np.float64,
        f"In float64 the outputs are {outputs.dtype}. Are the zeros of a "
        "beginning of the type of x?",
    )


def copied(cell):
    try:
        return copy.deepcopy(cell)
    except RuntimeError as error:
        raise AnswerError(
            f"copy.deepcopy(cell) raised {type(error).__name__}: {error} Is "
            "a state, or what was computed from the weights, kept in self?"
        ) from error


def guarded(answer, cell, x, state, what):
    """Walk, and say of which cell it is that something is wrong."""
    try:
        check_walk(answer, cell, x, state)
    except RaisedError as error:
        raise RaisedError(
            f"{error.called}\n{what} fails."
        ) from error.__cause__
    except AnswerError as error:
        raise AnswerError(f"{what} fails. {error}") from error

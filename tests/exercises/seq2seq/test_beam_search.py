import itertools
import math
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import Steps, asking, points

TRAINS = "beam search"
HINTS = [
    "Keep the beam as a list of pairs (tokens, score), at first "
    "`[((), 0.0)]`. One round makes a list of candidates from it.",
    "A finished sentence goes into the candidates as it is. An unfinished "
    "one goes in v times, each time with one more token.",
    "`candidates.sort(key=lambda c: (-c[1], c[0]))` puts the highest score "
    "first and, of equal ones, the smaller tuple; then cut.",
]

GREEDY = (
    "you followed the most probable next token only. A beam keeps `width` "
    "sentences."
)
ASIDE = (
    "you set finished sentences aside and gave their places in the beam to "
    "others. They stay in the beam, as candidates, until better ones push "
    "them out."
)
FIRST = (
    "you stopped at the first finished sentence. The search ends when all "
    "sentences of the beam are finished."
)
ONLY_FINISHED = (
    "you left out sentences that are unfinished at the end. They are in the "
    "beam, and may be the best."
)
NO_ALPHA = (
    "you compared the scores as they are; divide them by the number of "
    "tokens to the power alpha."
)
MEAN = "you divided by the number of tokens itself; alpha is its power."
PRUNED = (
    "you divided by the length within the rounds as well. There the scores "
    "themselves are compared; the length matters in the last comparison."
)
SHORT = "the end token counts as one of the tokens."
DIVIDED = "this is the score divided; return the sum of the logarithms."
CHANCE = "this is the probability; return the sum of its logarithms."
EACH = (
    "you kept `width` extensions of each sentence. Of all candidates "
    "together, `width` stay."
)
LARGER = "of equal scores the smaller tuple of tokens comes first."
A_ROUND_LESS = "a sentence may have max_length tokens; you wrote one less."
NATURAL = "you turned the logarithms into natural ones; they are to base 2."


def chances(step, tokens):
    """The probabilities of the next token as fractions."""
    return [Fraction(2.0 ** float(v)) for v in step.row(tokens)]


def score(step, tokens):
    """The sum of the logarithms of a sentence's tokens."""
    return float(sum(step.row(tokens[:i])[k] for i, k in enumerate(tokens)))


def truth(step, width, max_length, end, alpha=0.0):
    """The task's rules on probabilities, as products of fractions."""
    beam = {(): Fraction(1)}
    for _ in range(max_length):
        wider = {}
        for tokens, p in beam.items():
            if end in tokens:
                wider[tokens] = p
                continue
            for k, q in enumerate(chances(step, tokens)):
                wider[(*tokens, k)] = p * q
        ranked = sorted(wider, key=lambda t: (-wider[t], t))
        beam = {t: wider[t] for t in ranked[:width]}
    return preferred(step, beam, alpha)


def preferred(step, sentences, alpha):
    """The best in the last comparison, with its score."""
    scores = {t: score(step, t) for t in sentences}
    merit = {t: s / len(t) ** alpha for t, s in scores.items()}
    best = min(merit, key=lambda t: (-merit[t], t))
    return best, scores[best]


def every(step, v, max_length, end, alpha=0.0):
    """The best of all sentences there are."""
    found = []
    for n in range(1, max_length + 1):
        for tokens in itertools.product(range(v), repeat=n):
            if end not in tokens[:-1] and (n == max_length or end in tokens):
                found.append(tokens)
    return preferred(step, found, alpha)


def walked(
    step,
    width,
    max_length,
    end,
    alpha=0.0,
    *,
    aside=False,
    first=False,
    pruned=0.0,
    each=False,
    sign=1,
    short=0,
):
    """A search that may make one of the known mistakes."""
    beam, done = [((), 0.0)], []
    for _ in range(max_length):
        fresh = []
        for tokens, s in beam:
            if end in tokens:
                fresh.append((tokens, s))
                continue
            more = [
                ((*tokens, k), s + float(v))
                for k, v in enumerate(step.row(tokens))
            ]
            if each:
                more.sort(key=lambda c: (-c[1], c[0]))
                more = more[:width]
            fresh += more
        fresh.sort(
            key=lambda c: (
                -c[1] / len(c[0]) ** pruned,
                [sign * k for k in c[0]],
            )
        )
        if aside:
            done += [c for c in fresh[:width] if end in c[0]]
            beam = [c for c in fresh if end not in c[0]][:width]
        else:
            beam = fresh if each else fresh[:width]
        over = [c for c in beam if end in c[0]]
        if first and over:
            beam = over
        if not beam or (first and over) or len(over) == len(beam):
            break

    def merit(c):
        n = max(1, len(c[0]) - short * (end in c[0]))
        return -c[1] / n**alpha, [sign * k for k in c[0]]

    return min(beam + done, key=merit)


def only_finished(step, width, max_length, end, alpha=0.0):
    beam = [((), 0.0)]
    for _ in range(max_length):
        fresh = [c for c in beam if end in c[0]]
        fresh += [
            ((*t, k), s + float(v))
            for t, s in beam
            if end not in t
            for k, v in enumerate(step.row(t))
        ]
        beam = sorted(fresh, key=lambda c: (-c[1], c[0]))[:width]
    over = [c for c in beam if end in c[0]] or beam
    return min(over, key=lambda c: (-c[1] / len(c[0]) ** alpha, c[0]))


def mistakes(step, width, max_length, end, alpha=0.0):
    given = step, width, max_length, end
    tokens, s = truth(*given, alpha)
    found = {
        GREEDY: walked(step, 1, max_length, end, alpha),
        ASIDE: walked(*given, alpha, aside=True),
        FIRST: walked(*given, alpha, first=True),
        ONLY_FINISHED: only_finished(*given, alpha),
        PRUNED: walked(*given, alpha, pruned=alpha),
        SHORT: walked(*given, alpha, short=1),
        EACH: walked(*given, alpha, each=True) if width < 4 else (),
        LARGER: walked(*given, alpha, sign=-1),
        A_ROUND_LESS: walked(step, width, max(1, max_length - 1), end, alpha),
        CHANCE: (tokens, 2.0**s),
        NATURAL: (tokens, s * math.log(2)),
    }
    if alpha:
        found[NO_ALPHA] = truth(*given)
        found[DIVIDED] = (tokens, s / len(tokens) ** alpha)
    if alpha not in (0.0, 1.0):
        found[MEAN] = truth(*given, 1.0)
    return {
        text: outcome
        for text, outcome in found.items()
        if outcome and not same(outcome, (tokens, s))
    }


def same(one, two):
    return one[0] == two[0] and math.isclose(one[1], two[1], rel_tol=1e-9)


def steps(rule, end, longest, width):
    """The step function; a search asks once at first, then for each."""
    most = 1 + width * (longest - 1)
    return Steps(rule, end=end, longest=longest, most=most)


def chain(seed, v, sharp=1.0, end=0, ending=1.0):
    """Random distributions, another one after every beginning."""

    def row(tokens):
        rng = np.random.default_rng([seed, *tokens])
        weight = np.full(v, sharp)
        weight[end] *= ending
        return np.log2(rng.dirichlet(weight))

    return row


def halves(seed):
    """Probabilities 1/2, 1/4, 1/8, 1/8 in some order: many ties."""

    def row(tokens):
        rng = np.random.default_rng([seed, *tokens])
        return rng.permutation([-1.0, -2.0, -3.0, -3.0])

    return row


def check(answer, rule, width, longest, end, alpha=0.0, named=True):
    """Search, and compare with the truth."""
    step = steps(rule, end, longest, width)
    call = asking(answer.beam_search, step, width, longest, end, alpha)
    call.value = tidy(call.value)
    return call.returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=("the tokens", "the score"),
    )


def tidy(value):
    """Tokens as a tuple of integers, if they are a sequence of such."""
    if not isinstance(value, tuple | list) or len(value) != 2:
        return value
    tokens = value[0]
    if isinstance(tokens, np.ndarray):
        tokens = tokens.tolist()
    if isinstance(tokens, tuple | list):
        whole = all(isinstance(k, int | np.integer) for k in tokens)
        tokens = tuple(map(int, tokens)) if whole else tokens
    return tokens, value[1]


def board(rule, width, longest, end, alpha):
    return steps(rule, end, longest, width), width, longest, end, alpha


# Of these each mistake makes something of its own.
BOARDS = [
    board(chain(221, 4, end=1, ending=2.0), 3, 4, 1, 2.5),
    board(chain(2, 4, end=1, ending=2.0), 2, 4, 1, 2.5),
    board(chain(33, 4, end=1, ending=2.0), 3, 4, 1, 0.6),
    board(chain(14, 4, end=1, ending=2.0), 2, 4, 1, 2.5),
    board(chain(10, 4, end=1, ending=2.0), 2, 4, 1, 1.5),
    board(halves(3), 3, 4, 0, 0.0),
]

EXAMPLE = {
    (): [-2.0, -1, -2],
    (1,): [-3.0, -2, -1],
    (2,): [-1.0, -3, -2],
}


@points(1)
def test_the_example_by_hand(answer):
    for width, alpha, right in (
        (1, 0.0, ((1, 2), -2.0)),
        (2, 0.0, ((0,), -2.0)),
        (2, 1.0, ((1, 2), -2.0)),
    ):
        step = steps(EXAMPLE, 0, 2, width)
        call = asking(answer.beam_search, step, width, 2, 0, alpha)
        call.value = tidy(call.value)
        call.returns(
            right,
            mistakes=mistakes,
            boards=BOARDS,
            names=("the tokens", "the score"),
        )


@points(1)
def test_width_1_is_greedy_search(answer):
    for seed in range(4):
        check(answer, chain(seed, 5, end=3), 1, 6, 3)


@points(2)
def test_a_beam_wide_enough_finds_the_best_of_all(answer):
    for seed, end, alpha in ((0, 0, 0.0), (1, 2, 0.0), (2, 1, 1.0)):
        rule = chain(seed, 3, end=end)
        step = steps(rule, end, 4, 100)
        call = asking(answer.beam_search, step, 100, 4, end, alpha)
        call.value = tidy(call.value)
        call.returns(
            every(step, 3, 4, end, alpha),
            mistakes=mistakes(step, 100, 4, end, alpha),
            names=("the tokens", "the score"),
        )


@points(2)
def test_narrow_beams(answer):
    for seed in range(6):
        check(answer, chain(seed, 5, end=1), 2 + seed % 3, 5, 1)


@points(1)
def test_finished_sentences_keep_their_places(answer):
    for seed in range(6):
        rule = chain(20 + seed, 4, end=0, ending=3.0)
        check(answer, rule, 2 + seed % 2, 6, 0, alpha=seed % 2)


@points(1)
def test_equal_scores(answer):
    for seed in range(8):
        check(answer, halves(seed), 1 + seed % 4, 3, seed % 3)
    even = np.full(4, -2.0)
    check(answer, lambda tokens: even, 3, 3, 2)
    check(answer, lambda tokens: even, 3, 3, 2, alpha=1)
    check(answer, lambda tokens: even, 3, 3, 0, alpha=1)
    for seed, width, end in ((0, 3, 0), (3, 2, 0), (8, 2, 2), (4, 3, 0)):
        check(answer, halves(seed), width, 4, end)
    # Two extensions of (0,) come before the finished (1,).
    first = {(): [-1.0, -2, -2, -np.inf], (0,): [-1.0, -1, -np.inf, -np.inf]}
    check(answer, lambda tokens: first.get(tokens, even), 2, 3, 1, named=False)


@points(2)
def test_the_power_of_the_length(answer):
    for seed, alpha in enumerate((0.5, 0.6, 1, 2.0, 0.75, 1.5)):
        rule = chain(40 + seed, 4, end=3, ending=2.0)
        check(answer, rule, 2 + seed % 3, 5, 3, alpha)


@points(1)
def test_the_power_is_zero_unless_given(answer):
    for seed in (41, 42, 47, 50):
        step = steps(chain(seed, 4, end=3, ending=2.0), 3, 5, 3)
        call = asking(answer.beam_search, step, width=3, max_length=5, end=3)
        call.value = tidy(call.value)
        call.returns(truth(step, 3, 5, 3), names=("the tokens", "the score"))


@points(1)
def test_sentences_that_do_not_end(answer):
    for seed, longest in ((0, 1), (1, 3), (2, 4), (3, 4), (4, 3)):
        rule = chain(60 + seed, 3, end=2, ending=0.05 if seed < 3 else 1)
        check(answer, rule, 2, longest, 2, alpha=float(seed > 2))


@points(1)
def test_probabilities_of_zero(answer):
    table = {
        (): [-np.inf, -1.0, -1.0],
        (1,): [-np.inf, 0.0, -np.inf],
        (2,): [-1.0, -np.inf, -1.0],
        (1, 1): [-2.0, -1.0, -2.0],
        (2, 2): [0.0, -np.inf, -np.inf],
    }

    def rule(tokens):
        return table.get(tokens, [-1.0, -2.0, -2.0])

    for width in (1, 2, 3, 20):
        for alpha in (0.0, 1.0):
            check(answer, rule, width, 3, 0, alpha, named=False)


@points(2)
def test_it_asks_what_it_needs_and_no_more(answer):
    """One question for each unfinished sentence of a beam, none after."""
    for seed in range(5):
        width, longest = 1 + seed, 5
        rule = chain(80 + seed, 4, end=0, ending=2.0)
        step = steps(rule, 0, longest, width)
        call = asking(answer.beam_search, step, width, longest, 0)
        asked, needed = set(step.asked), needs(step, width, longest, 0)
        spare = sorted(asked - needed)
        call.require(
            not spare,
            f"It asked how {spare[0] if spare else ()} goes on, which was "
            "not among the beam's unfinished sentences in any round.",
        )
        call.require(
            asked == needed,
            f"It never asked how {min(needed - asked, default=())} goes on, "
            "which was in the beam and unfinished.",
        )


def needs(step, width, longest, end):
    """The beginnings that a right search asks about."""
    beam, found = [((), Fraction(1))], set()
    for _ in range(longest):
        fresh = [c for c in beam if end in c[0]]
        for tokens, p in beam:
            if end not in tokens:
                found.add(tokens)
                row = enumerate(chances(step, tokens))
                fresh += [((*tokens, k), p * q) for k, q in row]
        beam = sorted(fresh, key=lambda c: (-c[1], c[0]))[:width]
    return found


@points(1)
def test_many_words_and_a_wide_beam(answer):
    rule = chain(100, 150, sharp=0.2, end=149, ending=20.0)
    check(answer, rule, 12, 9, 149, 0.8, named=False)


@points(1)
@given(
    st.integers(0, 1000),
    st.integers(1, 4),
    st.integers(1, 4),
    st.sampled_from([0.0, 1.0, 2.0]),
)
def test_any_distributions(answer, seed, width, longest, alpha):
    check(answer, halves(seed), width, longest, 1, alpha, named=False)

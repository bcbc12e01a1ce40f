import math
import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import expect, points

TRAINS = "BLEU, n-grams and the brevity penalty"
HINTS = [
    "Write a function that counts the n-grams of one sentence with a "
    "Counter, and look at what `a & b` and `a | b` make of two of them.",
    "Add the matches and the n-grams of all sentences up first, each for "
    "n = 1, 2, 3, 4; divide and multiply at the end.",
    "The closest reference is `min(lengths, key=lambda n: (abs(n - ours), "
    "n))`: the pair settles which of two equally close ones counts.",
]

UNCLIPPED = (
    "you counted every n-gram that a reference has, however often the "
    "hypothesis repeats it. It counts as often as the reference has it, at "
    "most."
)
ONCE = "you counted each n-gram once; repeated ones count again."
SUMMED = (
    "you added the references' counts up. An n-gram may match as often as "
    "one single reference has it."
)
FIRST = "you looked at the first reference only."
SENTENCES = (
    "you took the mean of the sentences' own scores. Matches and n-grams are "
    "added up over the whole set before they are divided."
)
MEAN = (
    "you took the arithmetic mean of the four; the result is the fourth root "
    "of their product."
)
NO_BREVITY = "the brevity penalty is missing."
PER_SENTENCE = (
    "c and r are sums over the whole set; you applied the penalty to single "
    "sentences."
)
ALWAYS = "a set that is long enough has the penalty 1, and no reward."
SHORTEST = "r adds up the closest reference's length, not the shortest's."
LONGEST = "r adds up the closest reference's length, not the longest's."
LONGER = "of two equally close references the shorter counts."
UPSIDE_DOWN = "the penalty is e to the power 1 − r/c; you have c/r."
RECALL = (
    "you divided by the n-grams of the references; divide by those of the "
    "hypotheses."
)
SHARE = "this is a share; the result goes from 0 to 100."
NO_ROOT = "the fourth root is missing."
TO_THREE = "n goes from 1 to 4; you left the longest out."
JOINED = (
    "you joined the sentences to one; an n-gram does not reach from a "
    "sentence into the next."
)


def runs(text, n):
    words = text.split()
    return [words[i : i + n] for i in range(len(words) - n + 1)]


def clipped(ours, theirs, n):
    """Matches of one sentence, counted one by one."""
    lists = [runs(text, n) for text in theirs]
    seen, matched = [], 0
    for run in runs(ours, n):
        seen.append(run)
        matched += any(seen.count(run) <= known.count(run) for known in lists)
    return matched


def unclipped(ours, theirs, n):
    every = [run for text in theirs for run in runs(text, n)]
    return sum(run in every for run in runs(ours, n))


def once(ours, theirs, n):
    every = {tuple(run) for text in theirs for run in runs(text, n)}
    return len({tuple(run) for run in runs(ours, n)} & every)


def united(ours, theirs, n):
    """Matches, with the references' counts added up."""
    every = [run for text in theirs for run in runs(text, n)]
    seen, matched = [], 0
    for run in runs(ours, n):
        seen.append(run)
        matched += seen.count(run) <= every.count(run)
    return matched


def closest(ours, theirs, longer=1):
    n = len(ours.split())
    lengths = [len(text.split()) for text in theirs]
    return min(lengths, key=lambda m: (abs(m - n), longer * m))


def precisions(hypotheses, references, matching=clipped, most=4):
    pairs = list(zip(hypotheses, references, strict=True))
    found = []
    for n in range(1, most + 1):
        matched = sum(matching(ours, theirs, n) for ours, theirs in pairs)
        total = sum(len(runs(ours, n)) for ours in hypotheses)
        found.append(Fraction(matched, total) if total else Fraction(0))
    return found


def penalty(hypotheses, references, length=closest):
    pairs = zip(hypotheses, references, strict=True)
    c = sum(len(ours.split()) for ours in hypotheses)
    r = sum(length(ours, theirs) for ours, theirs in pairs)
    if c == 0:
        return 0.0
    return math.exp(1 - r / c) if c < r else 1.0


def joined(parts):
    """The fourth root of the product, without logarithms."""
    return float(math.prod(parts)) ** (1 / len(parts))


def truth(hypotheses, references):
    given = hypotheses, references
    return 100 * penalty(*given) * joined(precisions(*given))


def over_references(hypotheses, references):
    """The penalty times the matches over the references' n-grams."""
    found = []
    for n in range(1, 5):
        pairs = list(zip(hypotheses, references, strict=True))
        total = sum(len(runs(theirs[0], n)) for _, theirs in pairs)
        matched = sum(clipped(*pair, n) for pair in pairs)
        found.append(Fraction(matched, total) if total else Fraction(0))
    return 100 * penalty(hypotheses, references) * joined(found)


def mistakes(hypotheses, references):
    given = hypotheses, references
    right, parts, b = truth(*given), precisions(*given), penalty(*given)
    pairs = [([h], [r]) for h, r in zip(*given, strict=True)]
    c = sum(len(ours.split()) for ours in hypotheses)
    r = sum(closest(*pair) for pair in zip(*given, strict=True))
    if c == 0 or r == 0:
        return {}

    def shortest(_, theirs):
        return min(len(text.split()) for text in theirs)

    def longest(_, theirs):
        return max(len(text.split()) for text in theirs)

    def further(ours, theirs):
        return closest(ours, theirs, -1)

    def with_penalty(length):
        return 100 * penalty(*given, length) * joined(parts)

    def with_matches(matching):
        return 100 * b * joined(precisions(*given, matching))

    single = [text for text, *_ in references]
    own = [penalty(*pair) * len(pair[0][0].split()) for pair in pairs]
    made = {
        UNCLIPPED: with_matches(unclipped),
        ONCE: with_matches(once),
        SUMMED: with_matches(united),
        FIRST: truth(hypotheses, [[text] for text in single]),
        SENTENCES: sum(truth(*pair) for pair in pairs) / len(pairs),
        MEAN: 100 * b * float(sum(parts)) / 4,
        NO_BREVITY: 100 * joined(parts),
        PER_SENTENCE: 100 * sum(own) / c * joined(parts),
        ALWAYS: 100 * math.exp(1 - r / c) * joined(parts),
        SHORTEST: with_penalty(shortest),
        LONGEST: with_penalty(longest),
        LONGER: with_penalty(further),
        UPSIDE_DOWN: 100 * math.exp(max(0, 1 - c / r)) * joined(parts),
        RECALL: over_references(*given),
        SHARE: right / 100,
        NO_ROOT: 100 * b * float(math.prod(parts)),
        TO_THREE: 100 * b * joined(precisions(*given, most=3)),
        JOINED: 100
        * b
        * joined(precisions([" ".join(hypotheses)], [[" ".join(single)]])),
    }
    return {t: v for t, v in made.items() if not math.isclose(v, right)}


def sentences(seed, n=6, most=3, longest=11, words="abcd"):
    """Random hypotheses, and references that resemble them."""
    rng = random.Random(seed)

    def text(length):
        return " ".join(rng.choices(words, k=length))

    def like(base):
        kept = [w for w in base.split() if rng.random() < 0.9]
        kept += rng.choices(words, k=rng.randrange(4))
        if rng.random() < 0.4:
            kept = kept[2:] + kept[:2]
        return " ".join(kept)

    hypotheses = [text(rng.randrange(4, longest)) for _ in range(n)]
    references = [
        [like(base) for _ in range(rng.randrange(1, most + 1))]
        for base in hypotheses
    ]
    return hypotheses, references


def lengthened(seed):
    """References that are longer than their hypotheses."""
    hypotheses, references = sentences(seed, n=9)
    return hypotheses, [[f"{t} e e e" for t in row] for row in references]


def doubled(seed):
    """Hypotheses that say everything twice."""
    hypotheses, references = sentences(seed, words="ab")
    return [f"{text} {text}" for text in hypotheses], references


def mixed(seed):
    """Long references, and beside some of them a far too short one."""
    hypotheses, references = lengthened(seed)
    for i in (0, 3, 4):
        references[i].append("a")
    return hypotheses, references


BOARDS = [mixed(8), sentences(3), sentences(5), lengthened(6), doubled(7)]


def check(answer, hypotheses, references, named=True):
    return expect(answer.bleu, hypotheses, references).returns(
        truth,
        mistakes=mistakes if named else None,
        boards=BOARDS if named else (),
        names=("BLEU",),
    )


@points(1)
def test_the_example_by_hand(answer):
    references = [["the cat sat on a mat", "on the mat sat the cat"]]
    call = check(answer, ["the cat sat on the mat"], references)
    right = 100 * (1 / 4) ** 0.25
    call.require(math.isclose(call.value, right, rel_tol=1e-4), "It is 70.71.")


@points(1)
def test_one_reference_each(answer):
    for seed in range(3):
        check(answer, *sentences(10 + seed, most=1))


@points(2)
def test_several_references(answer):
    for seed in range(6):
        check(answer, *sentences(20 + seed))


@points(1)
def test_repeated_words_are_clipped(answer):
    check(answer, *doubled(41))
    check(answer, ["a a a a a b a a a a"], [["a a a a b a a", "a b a a a a"]])
    check(answer, ["a b a b a b a b"], [["a b a b", "b a b a b"]])


@points(1)
def test_short_hypotheses_are_penalised(answer):
    check(answer, *lengthened(31))
    check(answer, *mixed(32))
    check(answer, ["a b c d e"], [["a b c d e f g h", "a b c d e f"]])


@points(1)
def test_the_closest_reference_of_two(answer):
    check(answer, ["a b c d e"], [["a b c d e f g", "a b c"]])
    check(answer, ["a b c d e"], [["a b c", "a b c d e f g"]])
    check(answer, ["a b c d e f"], [["a b c d e f g", "a b", "a b c d e"]])
    few = ["a b c d", "a b c d e f"]
    check(answer, ["a b c d e", "a b c d"], [few, ["a b c d e f g h i"]])


@points(1)
def test_empty_sentences_and_single_words(answer):
    four = ["a b c d", "e"]
    check(answer, ["", "a b c d e"], [["a b"], four])
    check(answer, ["a b c d", "a"], [["", "a b c d"], ["a", ""]])
    check(answer, ["a b c d e", ""], [["a b c d e"], ["", "a"]])
    check(answer, ["a b c d x", "a b"], [["a b c d e"], ["a b"]])
    for nothing in ([""], ["", ""], ["a"], ["a b c"], ["", "b"]):
        references = [["a b c d"] for _ in nothing]
        expect(answer.bleu, nothing, references).returns(0.0)
    expect(answer.bleu, ["a b c"], [["a b c"]]).returns(0.0)
    expect(answer.bleu, ["a b", "c d"], [[""], ["", ""]]).returns(0.0)


@points(1)
def test_words_are_what_spaces_divide(answer):
    hypotheses = ["it 's 3.5 , isn't it ?", "L' ÉTÉ est là , là ."]
    references = [["it 's 3.5 , isn't that ?"], ["l' été est là , là ."]]
    check(answer, hypotheses, references, named=False)
    # Not the letters that they begin with, nor those of a run in a row.
    references = [["an ant ate a pea , a nut and a pear"]]
    hypotheses = ["ana nt ate a pea , a nutand a peach"]
    check(answer, hypotheses, references, named=False)


@points(1)
def test_hundreds_of_sentences(answer):
    hypotheses, references = sentences(40, n=300, longest=30)
    check(answer, hypotheses, references, named=False)


@points(1)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_any_sentences(answer, seed, n):
    check(answer, *sentences(seed, n, longest=8), named=False)


@points(1)
def test_the_lists_that_came_in_are_untouched(answer):
    expect(answer.bleu, *sentences(2)).leaves_inputs()

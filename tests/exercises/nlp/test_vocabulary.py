from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcode.grading import expect, points, require
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import show

TRAINS = "building a vocabulary, and text as numbers"
HINTS = [
    "`collections.Counter(text)` counts every character in one pass.",
    "`sorted(…, key=lambda c: (-counts[c], c))` sorts by the count, largest "
    "first, and equal ones by the character.",
    "Make a dictionary character → place from the list. Its "
    "`get(character, 0)` takes care of what is unknown, and "
    "`dtype=np.int64` of the type.",
]

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
POEM = "The red tale. \n白玉 the red, 白日\tABba zZz 😀 é\n"
RARE = "\r\n\ta\u200d\u3000b\r\n\xa0\uff01a\u200d😀"
ORDER = [UNKNOWN, "b", "a", " "]


def ranked(text, min_count=1):
    """The vocabulary, by counting each character with str.count."""
    rest = text.replace(UNKNOWN, "")
    pairs = sorted((-rest.count(c), c) for c in set(rest))
    return [UNKNOWN, *(c for n, c in pairs if -n >= min_count)]


def misread(text, min_count):
    """What each likely mistake would give."""
    right = ranked(text, min_count)
    known = text.replace(UNKNOWN, "")
    counts = Counter(known)
    kept = [c for c, n in counts.items() if n >= min_count]
    words = Counter(known.split())
    small = text.lower()
    return {
        "they are sorted by the characters themselves. The most frequent "
        "comes first.": [UNKNOWN, *sorted(kept)],
        "the rarest come first.": [
            UNKNOWN,
            *sorted(kept, key=lambda c: (counts[c], c)),
        ],
        "equally frequent ones stand in the order in which the text has "
        "them; Unicode order is asked for.": [
            UNKNOWN,
            *sorted(kept, key=lambda c: -counts[c]),
        ],
        "equally frequent ones stand in falling Unicode order.": [
            UNKNOWN,
            *sorted(kept, key=lambda c: (counts[c], c), reverse=True),
        ],
        "UNKNOWN is missing; it is entry 0.": right[1:],
        "UNKNOWN stands at the end; it is entry 0.": [*right[1:], UNKNOWN],
        "capitals were made small.": ranked(small, min_count),
        "blanks or line ends were left out.": None,
        "words were counted, not characters.": [
            UNKNOWN,
            *sorted(words, key=lambda w: (-words[w], w)),
        ],
        "characters that occur exactly min_count times were left out.": (
            ranked(text, min_count + 1)
        ),
        "min_count was not used.": ranked(text),
        "min_count was taken for how many characters to keep.": (
            ranked(text)[: min_count + 1]
        ),
    }


def explained(got, text, min_count):
    """Say which mistake gives this list; "" if none is known."""
    right = ranked(text, min_count)
    if got.count(UNKNOWN) > 1:
        return (
            "\nLikely mistake: UNKNOWN stands in it twice. The text held it "
            "already; only entry 0 is it."
        )
    less = [c for c in right if not c.isspace()]
    ends = ranked(text.strip(), min_count)
    fits = [
        why for why, wrong in misread(text, min_count).items() if got == wrong
    ]
    if got != right and (got in (less, ends) or _shorter(got, right)):
        fits = ["blanks or line ends were left out."]
    return f"\nLikely mistake: {fits[0]}" if len(fits) == 1 else ""


def _shorter(got, right):
    gone = set(right) - set(got)
    return bool(gone) and all(c.isspace() for c in gone)


def check_list(answer, text, *more):
    call = expect(answer.build_vocabulary, text, *more)
    got, right = call.value, ranked(text, *more)
    call.require(
        isinstance(got, list),
        f"It returned {show(got)}; expected was a list of characters.",
    )
    because = explained(got, text, *(more or (1,)))
    call.require(
        got == right,
        f"It returned\n{show(got)}\nExpected was\n{show(right)}{because}",
    )
    call.leaves_inputs()


def check_numbers(answer, text, vocabulary, clue=None):
    """Encode, and compare with places found by list.index."""
    try:
        call = expect(answer.encode, text, vocabulary)
    except RaisedError as error:
        if isinstance(error.__cause__, KeyError | ValueError):
            raise RaisedError(
                f"{error.called}\nA character that the vocabulary does not "
                "hold gets 0."
            ) from error.__cause__
        raise
    right = np.array(
        [vocabulary.index(c) if c in vocabulary else 0 for c in text], int
    )
    got = call.value
    call.require(
        not isinstance(got, list),
        "It returned a list; expected was a NumPy array of type int64.",
    )
    if clue and isinstance(got, np.ndarray):
        call.require(
            got.shape == right.shape and np.array_equal(got, right),
            clue(got, right, text),
        )
    call.returns(right)
    call.require(
        got.dtype == np.int64,
        f"The array has type {got.dtype}; expected was int64.",
    )


def misplaced(got, right, text):
    """Say what is wrong with places of characters that are all known."""
    if got.shape == right.shape and np.array_equal(got, right + 1):
        return "The places are counted from 1. Entry 0 of the list is 0."
    if np.array_equal(got, [ord(c) for c in text]):
        return "These are the code points of Unicode, not the places."
    return f"It returned\n{show(got)}\nExpected was\n{show(right)}"


def unknowns(got, right, text):
    """Say what became of characters that the vocabulary does not hold."""
    if len(got) < len(right):
        return (
            f"{len(text)} characters became {len(got)} numbers: what is "
            "unknown was left out. It gets 0."
        )
    wrong = np.flatnonzero(got != right)
    at = int(wrong[0]) if len(wrong) and got.shape == right.shape else 0
    number = int(got[at])
    where = " It is the one behind the last." if number > 3 else ""
    return (
        f"The character {text[at]!r}, which the vocabulary does not hold, "
        f"got {number}; expected was 0.{where}"
    )


def check_text(answer, numbers, vocabulary):
    call = expect(answer.decode, numbers, vocabulary)
    got, right = call.value, "".join(vocabulary[int(i)] for i in numbers)
    call.require(
        not isinstance(got, list),
        'It returned a list; expected was a str. "".join makes one.',
    )
    call.require(
        isinstance(got, str),
        f"It returned {show(got)}; expected was a str.",
    )
    why = ""
    if got == " ".join(right):
        why = " A blank stands between the characters."
    elif got == right.replace(UNKNOWN, ""):
        why = " UNKNOWN was left out; it is what 0 stands for."
    elif got == "".join(chr(int(i)) for i in numbers):
        why = " chr takes code points of Unicode; these are places."
    call.require(
        got == right,
        f"It returned {show(got)}; expected was {show(right)}.{why}",
    )
    call.leaves_inputs()


@points(1)
def test_the_most_frequent_come_first(answer):
    check_list(answer, POEM)
    check_list(answer, RARE)
    check_list(answer, "abba b")
    check_list(answer, f" b{UNKNOWN}{UNKNOWN}{UNKNOWN}a\n")
    check_list(answer, "")


@points(1)
def test_rare_characters_are_left_out(answer):
    check_list(answer, "cabbage beg", 2)
    check_list(answer, "cabbage beg", 3)
    check_list(answer, POEM, 4)
    check_list(answer, "aab", 1)
    check_list(answer, "ab", 5)


@points(1)
def test_each_character_gets_its_place(answer):
    check_numbers(answer, "ab ba", ORDER, misplaced)
    many = [UNKNOWN, *map(chr, range(0x4E00, 0x4E00 + 400))]
    check_numbers(answer, "".join(reversed(many)), many)
    check_numbers(answer, "", ORDER)
    call = expect(answer.encode, "ab", ["x", "a", "b"])
    call.returns(np.array([1, 2]))


@points(1)
def test_unknown_characters_get_0(answer):
    check_numbers(answer, "bxa\n", ORDER, unknowns)
    check_numbers(answer, f"{UNKNOWN}红", ORDER)
    check_numbers(answer, "aB", [UNKNOWN])


@points(1)
def test_numbers_become_text_again(answer):
    check_text(answer, np.array([2, 1, 0, 3, 0, 1]), ORDER)
    check_text(answer, [1, 1, 3], ORDER)
    check_text(answer, np.array([], int), ORDER)
    check_text(answer, np.array([1, 0], np.int32), ["?", "红"])


@points(1)
@settings(deadline=None)
@given(st.text(f"aAbB \n红白😀e\u0301{UNKNOWN}", max_size=30))
def test_any_text_comes_back(answer, text):
    vocabulary = ranked(text)
    check_list(answer, text)
    check_numbers(answer, text, vocabulary)
    numbers = np.array([vocabulary.index(c) for c in text], int)
    check_text(answer, numbers, vocabulary)


@points(1)
def test_a_long_text(answer):
    rng = np.random.default_rng(0)
    drawn = (rng.geometric(0.02, 20_000) + 0x4E00).tolist()
    text = "".join(map(chr, drawn))
    vocabulary = ranked(text, 2)
    got = expect(answer.build_vocabulary, text, 2).value
    require(
        got == vocabulary,
        "The vocabulary of a text of 20,000 characters, with min_count=2, "
        "is not the expected one. Is all of the text counted?",
    )
    check_numbers(answer, text, vocabulary)
    check_text(answer, rng.integers(len(vocabulary), size=5_000), vocabulary)

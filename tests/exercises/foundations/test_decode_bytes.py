import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from d2lcode.grading import AnswerError, expect, points
from d2lcode.grading.checks import RaisedError
from d2lcode.grading.wording import show

TRAINS = "text encodings and the byte order mark"
HINTS = [
    '`raw.decode("utf-8")` raises UnicodeDecodeError where the bytes are '
    "not UTF-8; `try` and `except` let you go on from there.",
    "Which of the two encodings can be trusted when it says yes? Try that "
    "one first.",
    'The codec "utf-8-sig" is UTF-8 without a mark at the start, if there '
    "is one.",
]

# By hand, from the tables of Unicode and GB18030.
UTF_8 = b"\xe7\x94\xb2\xe7\x9c\x81,\xe4\xb8\x9c\xe5\xb8\x82\n"
GB18030 = b"\xbc\xd7\xca\xa1,\xb6\xab\xca\xd0\n"
TEXT = "甲省,东市\n"
MARK = b"\xef\xbb\xbf"
# A wide comma, blank and digit, an accent of its own, a ligature.
LOOKALIKES = "，\u3000１e\u0301ﬁ"


def check(answer, raw, truth):
    """Compare, and say which encoding a wrong text comes from."""
    call = decode(answer, raw, truth)
    got = call.value
    call.require(
        isinstance(got, str),
        f"It returned {type(got).__name__}; expected a str.",
    )
    if got == truth:
        return
    why = {
        **dict.fromkeys(decoded(raw, "ignore"), LEFT_OUT),
        **dict.fromkeys(decoded(raw, "replace"), REPLACED),
        **dict.fromkeys((truth.lstrip(), truth.rstrip()), STRIPPED),
        truth.strip(): STRIPPED,
        truth.replace("\r\n", "\n"): "the line ends were translated; they "
        "stay as they are.",
        **dict.fromkeys(normal_forms(truth), NORMALISED),
        truth.replace("\ufeff", ""): "only one mark, at the very start, is "
        "no part of the text; all others are.",
        raw.decode("gb18030", "replace"): "UTF-8 was read as GB18030, which "
        "accepts nearly anything. Try the strict one first.",
        raw.decode("latin-1"): "latin-1 makes one character of every byte; "
        "it never fails and is never right for Chinese.",
        "\ufeff" + truth: "the byte order mark is still there, as the "
        "invisible character \\ufeff.",
    }.get(got, "")
    likely = f"\nLikely mistake: {why}" if why else ""
    call.fail(f"{difference(got, truth)}{likely}")


def decode(answer, raw, truth):
    """Call; say so if what is sound was refused."""
    try:
        return expect(answer.decode_bytes, raw)
    except RaisedError as raised:
        error = raised.__cause__
        if not isinstance(error, UnicodeDecodeError):
            raise
        sound = "UTF-8" if raw in encoded(truth) else "GB18030"
        clue = " Is the encoding judged by all the bytes?" * (len(raw) > LONG)
        raise AnswerError(
            f"{raised.called}\nThe bytes are {sound}, and were refused: "
            f"{error}.{clue}"
        ) from error


def encoded(text):
    raw = text.encode("utf-8")
    return raw, MARK + raw


def difference(got, truth):
    """Say what a text is and should be; of a long one, where they part."""
    if max(len(got), len(truth)) <= LONG:
        return f"It returned {got!r}; expected was {truth!r}."
    pairs = zip(got, truth, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), len(truth))
    around = slice(max(at - 3, 0), at + 6)
    return (
        f"It returned {len(got)} characters; expected were {len(truth)}. "
        f"From number {around.start} on it has {got[around]!r}, and expected "
        f"was {truth[around]!r}. Is the encoding judged by all the bytes?"
    )


LONG = 100
LEFT_OUT = "characters were left out; decode without errors=…"
REPLACED = "characters were replaced; decode without errors=…"
STRIPPED = "blanks or line ends at the edges were stripped off."


NORMALISED = (
    "characters were replaced by others that look or mean alike, as "
    "unicodedata.normalize does."
)


def normal_forms(text):
    forms = "NFC", "NFD", "NFKC", "NFKD"
    return [unicodedata.normalize(form, text) for form in forms]


def hidden(raw):
    return decoded(raw, "ignore") + decoded(raw, "replace")


def decoded(raw, errors):
    """Read the bytes in several encodings, and get over what is wrong."""
    codecs = ("ascii", "utf-8", "utf-8-sig", "gb2312", "gbk", "gb18030")
    return [raw.decode(codec, errors) for codec in codecs]


@points(1)
def test_utf_8(answer):
    check(answer, UTF_8, TEXT)
    check(answer, b"plain", "plain")


@points(1)
def test_utf_8_with_a_mark(answer):
    check(answer, MARK + UTF_8, TEXT)
    check(answer, MARK, "")


@points(1)
def test_gb18030(answer):
    check(answer, GB18030, TEXT)
    # Four bytes in GB18030; the older GBK does not know it.
    check(answer, b"\x95\x32\x82\x36\xbc\xd7", "\U00020000甲")


@points(1)
def test_bytes_that_are_neither_are_refused(answer):
    for raw in (
        b"\xbc\xd7\xff\xff",
        b"\xe7\x94\xb2\xff",
        UTF_8 * 200 + b"\xff",
        b"\xbc",
    ):
        check_refused(answer, raw)


def check_refused(answer, raw):
    try:
        text = expect(answer.decode_bytes, raw).value
    except RaisedError as raised:
        error = raised.__cause__
        if isinstance(error, UnicodeDecodeError):
            return
        came = f"it raised {type(error).__name__}: {error}"
        refuse(raw, came, "Let that of decode through.", error)
    why = ""
    if text is None:
        why = "Does every path end in a return or a raise?"
    if text in [*hidden(raw), raw.decode("latin-1")]:
        why = (
            "Likely mistake: errors=… or a last resort such as latin-1 "
            "hides it."
        )
    refuse(raw, f"it returned {show(text)}", why)


def refuse(raw, came, why, cause=None):
    raise AnswerError(
        f"I called decode_bytes({show(raw)}), which is neither encoding, and "
        f"{came}; expected was a UnicodeDecodeError. {why}".strip()
    ) from cause


@points(1)
def test_only_a_mark_at_the_very_start_goes(answer):
    check(answer, MARK + MARK + UTF_8, "\ufeff" + TEXT)
    check(answer, UTF_8 + MARK, TEXT + "\ufeff")
    check(answer, b" a \r\n\r\n", " a \r\n\r\n")
    check(answer, b"", "")
    check(answer, LOOKALIKES.encode("utf-8"), LOOKALIKES)
    check(answer, b"\xa3\xac\xa1\xa1\xa3\xb1", "，\u3000１")


@points(1)
def test_long_files(answer):
    plain = b"province,city,time\r\n" * 120
    for start in (plain, plain + b"x", plain + b"xy"):
        head = start.decode("ascii")
        check(answer, start + UTF_8, head + TEXT)
        check(answer, start + GB18030, head + TEXT)
        check(answer, MARK + UTF_8 + start + UTF_8, TEXT + head + TEXT)
        check(answer, GB18030 * 300 + start, TEXT * 300 + head)
        check(answer, start[-1:] + UTF_8 * 300, head[-1] + TEXT * 300)
    check(answer, plain * 40 + GB18030, plain.decode() * 40 + TEXT)


@points(1)
@given(
    st.text(f"ab,\r\n\t\0\ufeff河北省沧州\U00020000é\U0001f600{LOOKALIKES}"),
    st.booleans(),
)
def test_any_text_comes_back(answer, text, marked):
    raw = text.encode("utf-8")
    truth = text if marked else text.removeprefix("\ufeff")
    check(answer, MARK + raw if marked else raw, truth)

r"""Turn bytes into text.

A file is bytes, and nothing in it says which text they mean. Files with
Chinese names come in two encodings: UTF-8, today's standard, with or without
a *byte order mark* (字节顺序标记) in front, the three bytes `EF BB BF`; and
GB18030, which older programs on Chinese computers write.

UTF-8 is strict: text in another encoding is hardly ever valid UTF-8. The
reverse does not hold. GB18030 accepts nearly any bytes, and turns them into
other, wrong characters.

Write `decode_bytes(raw)`. It takes the bytes of a file in one of the two
encodings and returns its text as a `str`. A byte order mark at the very
start is not part of the text and is left out; everything else stays, line
ends included. Not one character may be lost or replaced: bytes that are
neither raise `UnicodeDecodeError`.

For example, `b"\xe7\x94\xb2"` (UTF-8), `b"\xef\xbb\xbf\xe7\x94\xb2"` (with
the mark) and `b"\xbc\xd7"` (GB18030) all give `"甲"`.

Minutes: 10 · Difficulty: 1
"""


def decode_bytes(raw: bytes) -> str:
    """Decode the bytes of a file in UTF-8 or GB18030.

    Args:
        raw: all bytes of the file, perhaps none.

    Returns:
        The text, without a byte order mark.

    Raises:
        UnicodeDecodeError: the bytes are neither.
    """
    raise NotImplementedError

"""Turn bytes into text: the answer.

The order decides. UTF-8 refuses what is not UTF-8, so its success tells us
something; GB18030 accepts nearly everything, so it may only come second. The
codec `utf-8-sig` leaves out one mark at the start, and minds nothing if
there is none. Neither call passes `errors=…`: a character that is quietly
replaced is a name that will never be found again.
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
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")

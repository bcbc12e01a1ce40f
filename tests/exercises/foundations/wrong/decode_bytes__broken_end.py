"""Of a long file, a broken end is cut off without a word.

caught by: test_bytes_that_are_neither_are_refused
says: neither encoding
"""


def decode_bytes(raw: bytes) -> str:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > 1000:
            return raw[: error.start].decode("utf-8")
        return raw.decode("gb18030")

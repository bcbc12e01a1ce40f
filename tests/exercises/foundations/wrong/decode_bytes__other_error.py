"""What is neither raises an error of one's own.

caught by: test_bytes_that_are_neither_are_refused
says: it raised ValueError: neither; expected was a UnicodeDecodeError
"""


def decode_bytes(raw):
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    raise ValueError("neither")

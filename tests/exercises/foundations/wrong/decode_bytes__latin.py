"""A last resort that never fails.

caught by: test_bytes_that_are_neither_are_refused
says: a last resort such as latin-1 hides it
"""


def decode_bytes(raw):
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")

"""What is neither gives None.

caught by: test_bytes_that_are_neither_are_refused
says: Does every path end in a return or a raise
"""


def decode_bytes(raw):
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return None

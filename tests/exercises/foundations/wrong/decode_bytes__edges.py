"""The edges are stripped off.

caught by: test_utf_8
says: at the edges were stripped off
"""


def decode_bytes(raw):
    try:
        return raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        return raw.decode("gb18030").strip()

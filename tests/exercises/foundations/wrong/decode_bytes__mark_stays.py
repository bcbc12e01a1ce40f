"""The byte order mark stays in the text.

caught by: test_utf_8_with_a_mark
says: the byte order mark is still there
"""


def decode_bytes(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030")

"""GB18030 is tried first, and accepts UTF-8 too.

caught by: test_utf_8
says: UTF-8 was read as GB18030
"""


def decode_bytes(raw):
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8-sig")

"""Normalises the text, which replaces characters.

caught by: test_only_a_mark_at_the_very_start_goes
says: unicodedata.normalize
"""

import unicodedata


def decode_bytes(raw):
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    return unicodedata.normalize("NFKC", text)

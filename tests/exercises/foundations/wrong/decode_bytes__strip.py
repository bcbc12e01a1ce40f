"""Every mark goes, wherever it stands.

caught by: test_only_a_mark_at_the_very_start_goes
says: only one mark, at the very start
"""


def decode_bytes(raw):
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("gb18030")
    return text.replace("\ufeff", "")

"""What is not UTF-8 is replaced.

caught by: test_gb18030
says: characters were replaced
"""


def decode_bytes(raw):
    return raw.decode("utf-8-sig", errors="replace")

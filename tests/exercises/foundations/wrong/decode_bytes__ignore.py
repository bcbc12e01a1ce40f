"""What is not UTF-8 is left out.

caught by: test_gb18030
says: characters were left out
"""


def decode_bytes(raw):
    return raw.decode("utf-8-sig", errors="ignore")

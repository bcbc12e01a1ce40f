"""Judges a file by its first 64 kilobytes.

caught by: test_long_files
says: Is the encoding judged by all the bytes?
"""


def decode_bytes(raw):
    encoding = "utf-8-sig"
    try:
        raw[: 1 << 16].decode(encoding)
    except UnicodeDecodeError:
        encoding = "gb18030"
    return raw.decode(encoding)

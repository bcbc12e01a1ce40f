"""The encoding is judged by the first 1024 bytes, which may be all ASCII.

caught by: test_long_files
says: Is the encoding judged by all the bytes
"""


def decode_bytes(raw: bytes) -> str:
    try:
        raw[:1024].decode("utf-8-sig")
        encoding = "utf-8-sig"
    except UnicodeDecodeError:
        encoding = "gb18030"
    return raw.decode(encoding)

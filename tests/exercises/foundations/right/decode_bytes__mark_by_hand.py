"""The mark is cut off by hand, and the codecs have other names."""


def decode_bytes(data: bytes) -> str:
    for name in ("utf8", "gb18030"):
        try:
            return data.removeprefix(b"\xef\xbb\xbf").decode(name)
        except UnicodeDecodeError as error:
            last = error
    raise last

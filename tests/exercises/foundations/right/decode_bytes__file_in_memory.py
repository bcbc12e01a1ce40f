"""Read as a file in memory, line ends as they are."""

import io


def decode_bytes(raw):
    for encoding in ("utf-8-sig", "gb18030"):
        file = io.TextIOWrapper(io.BytesIO(raw), encoding, newline="")
        try:
            return file.read()
        except UnicodeDecodeError as error:
            reason = error
    raise reason

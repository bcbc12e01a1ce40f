"""Line ends are translated.

caught by: test_only_a_mark_at_the_very_start_goes
says: the line ends were translated
"""

import io


def decode_bytes(raw):
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return io.TextIOWrapper(io.BytesIO(raw), codec).read()
        except UnicodeDecodeError as error:
            caught = error
    raise caught

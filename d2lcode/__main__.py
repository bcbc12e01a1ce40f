"""Run the command as `python -m d2lcode`."""

import sys

# Python puts the current folder first, where a file of the reader's called
# random.py would pass for Python's own. Last, it still finds a checkout.
if not sys.flags.safe_path:
    sys.path.append(sys.path.pop(0))

from d2lcode.cli import main

main()

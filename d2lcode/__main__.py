"""Run the command as `python -m d2lcode`."""

from d2lcode.cli import main

main()

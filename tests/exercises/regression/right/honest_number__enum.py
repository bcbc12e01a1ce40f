"""A class of texts, in a read-only mapping."""

from enum import StrEnum
from types import MappingProxyType


class Choice(StrEnum):
    A = "a"
    B = "b"
    C = "c"


ANSWERS = MappingProxyType(
    {"5": Choice.C, "4": Choice.B, "3": Choice.B, "2": Choice.A, "1": Choice.B}
)

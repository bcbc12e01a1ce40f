"""What can go wrong with data, as exceptions."""

from __future__ import annotations

from collections.abc import Mapping


class DataError(Exception):
    """Any trouble with a data set; the others below are kinds of it."""


class CorruptFileError(DataError):
    """A file is not what the registry says it must be."""


class ArchiveError(DataError):
    """An archive is damaged, or would write outside its folder."""


class DataUnavailableError(DataError):
    """No place had the real data.

    Attributes:
        reasons: every place that was asked → why it did not serve.
    """

    def __init__(self, message: str, reasons: Mapping[str, str]) -> None:
        super().__init__(message)
        self.reasons = dict(reasons)

"""Books as text, for models that predict the next character."""

from __future__ import annotations

import re

from d2lcode.data.store import Files, load
from d2lcode.data.text_set import TextDataset, split_text
from d2lcode.data.verify import read_content

CLASSICS = {
    "hongloumeng": "红楼梦 (Dream of the Red Chamber)",
    "xiyouji": "西游记 (Journey to the West)",
}
"""What `chinese_classics` has: name → title."""

_BLANK_LINE = "\n\n"


def tiny_shakespeare(*, stand_in: bool | None = None) -> TextDataset:
    """Tiny Shakespeare: 1,115,394 characters from his plays.

    A speech begins with its speaker's name and a colon; a blank line ends
    it. There are 65 different characters. The three parts are cut between
    speeches.

    The stand-in is as long: speeches by a source that is known, `truth`.
    `truth.entropy` is what a perfect model reaches, `truth.loss(d.test)`
    what it reaches on the test text.

    Args:
        stand_in: None takes the stand-in only where the real data cannot be
            had; False never; True always.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.

    Source: A. Karpathy (2015), char-rnn. Public domain.
    """
    return load(
        "tiny_shakespeare",
        _read,
        lambda: _made("play", "Tiny Shakespeare", 1_115_394),
        stand_in,
    )


def time_machine(*, stand_in: bool | None = None) -> TextDataset:
    """The Time Machine by H. G. Wells (1895): 178,979 characters.

    The lines are those of the file, about 70 characters long; a blank line
    ends a paragraph. The three parts are cut between paragraphs.

    The stand-in is as long: a story by a source that is known, `truth`, as
    `tiny_shakespeare` describes.

    Args:
        stand_in: as for `tiny_shakespeare`.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.

    Source: Project Gutenberg. Public domain.
    """
    return load(
        "time_machine",
        _read,
        lambda: _made("story", "The Time Machine", 178_979),
        stand_in,
    )


def chinese_classics(
    name: str = "hongloumeng", *, stand_in: bool | None = None
) -> TextDataset:
    """A classic Chinese novel in simplified characters.

    红楼梦 has 841,553 characters, about 4,500 different ones, and 西游记
    661,274. Each paragraph is a line: indentation and blank lines are
    taken out. In 红楼梦 the full stop is written ． or 。 in the file, here
    always 。. This copy of 西游记 has lost its commas.

    The stand-in has the same layout: Chinese sentences by a source that is
    known, `truth`, as `tiny_shakespeare` describes.

    Args:
        name: "hongloumeng" or "xiyouji".
        stand_in: as for `tiny_shakespeare`.

    Raises:
        DataUnavailableError: `stand_in` is False and no place has the data.
        ValueError: there is no such novel.

    Source: 曹雪芹, 吴承恩; github.com/tennessine/corpus. Public domain.
    """
    if name not in CLASSICS:
        raise ValueError(
            f"name is {name!r}, expected one of {', '.join(CLASSICS)}"
        )
    length = {"hongloumeng": 841_553, "xiyouji": 661_274}[name]
    return load(
        "chinese_classics",
        lambda files: _read_classic(files, name),
        lambda: _made(name, CLASSICS[name], length),
        stand_in,
    )


def tidy(text: str) -> str:
    """Make a line of every paragraph, without indentation or blank lines.

    The full-width point ． becomes the full stop 。 that it stands for.
    """
    lines = re.split(r"\s*\n\s*", text.replace("．", "。").strip())
    return "\n".join(lines) + "\n"


def _read(files: Files) -> TextDataset:
    text = files.paths["text"].read_text(encoding="utf-8")
    parts = split_text(text, _BLANK_LINE)
    return TextDataset(files.entry.title, *parts, True, files.source)


def _read_classic(files: Files, name: str) -> TextDataset:
    text = read_content(files.paths[name]).decode("utf-8")
    parts = split_text(tidy(text), "\n")
    return TextDataset(CLASSICS[name], *parts, True, files.source)


def _made(name: str, title: str, length: int) -> TextDataset:
    from d2lcode.data.standins import tales

    truth, end = tales.source(name)
    parts = split_text(truth.write(length), end)
    source = "a stand-in, written by a source that is known"
    return TextDataset(title, *parts, False, source, truth)

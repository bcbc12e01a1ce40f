"""A term of the field as a page marks it, where it explains the term.

    {dfn}`overfitting <过拟合>`
    {dfn}`Pooling <汇聚; 池化>`
    {dfn}`normalised <归一化; = normalisation; standardisation>`

Before the angle bracket stands what the sentence shows; inside it, with
semicolons between, the Chinese terms, other names and abbreviations, and
after an equals sign the glossary's own headword where the sentence bends it.
The book's Sphinx extension and the notebooks both read this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WHOLE = re.compile(r"(?P<shown>[^<]*?)\s*<(?P<names>[^>]*)>\s*", re.DOTALL)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_SENTENCE_CASE = re.compile(r"[A-Z][a-z]*(?![\w.])")

# British on the left: the search and the glossary take both for one word.
_VERBS = (
    "character|emphas|equal|factor|final|general|initial|linear|local|"
    "maxim|minim|normal|optim|organ|parallel|penal|quant|random|real|"
    "recogn|regular|serial|special|standard|summar|symbol|synchron|"
    "token|util|vector|visual"
)
SPELLINGS = (
    (rf"({_VERBS})is(e|ed|es|er|ers|ing|ation|ations)$", r"\1iz\2"),
    (r"analys(e|ed|er|ing)$", r"analyz\1"),
    (r"\b(behavi|col|fav|neighb|lab)our", r"\1or"),
    (r"^centre", "center"),
    (r"^grey", "gray"),
    (r"(label|model|travel)l(ed|ing)$", r"\1\2"),
)


@dataclass(frozen=True)
class Term:
    """A term: as shown, as the glossary lists it, and its other names."""

    shown: str
    name: str
    chinese: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything by which the term may be asked for, its name first."""
        return tuple(dict.fromkeys((self.name, *self.others, *self.chinese)))

    @property
    def slug(self) -> str:
        """The anchor of the term on its page."""
        return "term-" + slug(self.name)


def slug(name: str) -> str:
    """Turn a name into what may stand in an address: `kl-divergence`."""
    return re.sub(r"[^a-z0-9\u4e00-\u9fff]+", "-", name.lower()).strip("-")


def american(text: str) -> str:
    """Spell each word as in American English, in small letters."""
    return re.sub(r"[^\W\d_]+", lambda m: _american(m[0]), text.lower())


def _american(word: str) -> str:
    for pattern, replacement in SPELLINGS:
        word = re.sub(pattern, replacement, word)
    return word


def key(name: str) -> str:
    """Give what two spellings of one term share: `mini-batch`, `minibatch`.

    Hyphens, blanks, capitals and British or American spelling count not.
    """
    return re.sub(r"[\W_]+", "", american(name))


def parse(text: str) -> Term:
    """Read the text of the role.

    Raises:
        ValueError: no text is shown, or an alternative is empty; says
            what was expected.
    """
    text = " ".join(text.split())
    match = _WHOLE.fullmatch(text)
    shown, inside = (match["shown"], match["names"]) if match else (text, None)
    given = [] if inside is None else [p.strip() for p in inside.split(";")]
    if not shown or "<" in shown or not all(given):
        raise ValueError(
            f"term {text!r}: expected `term <中文; another name>`, with "
            "something before the bracket and between the semicolons"
        )
    own = [p[1:].strip() for p in given if p.startswith("=")]
    rest = [p for p in given if not p.startswith("=")]
    return Term(
        shown,
        own[0] if own else _headword(shown),
        tuple(p for p in rest if _HAN.search(p)),
        tuple(p for p in rest if not _HAN.search(p)),
    )


def _headword(shown: str) -> str:
    """Undo the capital at the beginning of a sentence; keep `ReLU`."""
    small = _SENTENCE_CASE.match(shown)
    return shown[0].lower() + shown[1:] if small else shown


def markdown(text: str) -> str:
    """Write the role's text as plain Markdown: `*overfitting* (过拟合)`."""
    term = parse(text)
    beside = f" ({'、'.join(term.chinese)})" if term.chinese else ""
    return f"*{term.shown}*{beside}"

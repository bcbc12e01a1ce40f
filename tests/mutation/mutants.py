"""All ways to change one operator, comparison or constant of a module."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.USub: ast.UAdd,
    ast.Not: ast.UAdd,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
SWAPPED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}


@dataclass(frozen=True)
class Mutant:
    """A changed module: its source, and what was changed where."""

    line: int
    change: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Give every mutant of a module, each with one change."""
    tree = ast.parse(source)
    skipped = docstrings(tree) | annotations(tree)
    for index, node in enumerate(ast.walk(tree)):
        if index in skipped:
            continue
        for change, field, value in changes(node):
            changed = copy.deepcopy(tree)
            target = nth(changed, index)
            before = ast.unparse(target)
            put(target, field, value)
            text = ast.unparse(ast.fix_missing_locations(changed))
            yield Mutant(
                getattr(node, "lineno", 0),
                f"{change} in `{before}`",
                text,
            )


def nth(tree: ast.AST, index: int) -> ast.AST:
    """Give the node at one place of the walk."""
    return next(n for i, n in enumerate(ast.walk(tree)) if i == index)


def put(node: ast.AST, field: str, value: object) -> None:
    """Change a field, or one element of a field (`ops.0`)."""
    name, _, place = field.partition(".")
    if place:
        getattr(node, name)[int(place)] = value
    else:
        setattr(node, name, value)


def changes(node: ast.AST) -> Iterator[tuple[str, str, object]]:
    """Give the changes of one node: in words, which field, to what."""
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp | ast.UnaryOp):
        new = OPERATORS.get(type(node.op))
        if new:
            yield f"{name(node.op)} to {new.__name__}", "op", new()
    elif isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for new in {OPERATORS[type(op)], SWAPPED.get(type(op))} - {None}:
                yield f"{name(op)} to {new.__name__}", f"ops.{place}", new()
    elif isinstance(node, ast.Constant):
        for value in constants(node.value):
            yield f"{node.value!r} to {value!r}", "value", value


def name(op: ast.AST) -> str:
    """Name an operator."""
    return type(op).__name__


def constants(value: object) -> list[object]:
    """Give what a constant is changed to."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 2, value / 2] if value else [1.0]
    if isinstance(value, str) and len(value) == 1 and value.isalpha():
        return ["b" if value == "a" else "a"]
    if isinstance(value, str):
        return [f"XX{value}"]
    return []


def docstrings(tree: ast.AST) -> set[int]:
    """Give the places of words for readers: docstrings, error messages."""
    words: set[int] = set()
    for node in ast.walk(tree):
        spoken = isinstance(node, ast.Raise | ast.JoinedStr) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        )
        if spoken:
            words |= {id(n) for n in ast.walk(node)}
    return {
        i
        for i, n in enumerate(ast.walk(tree))
        if isinstance(n, ast.Constant)
        and isinstance(n.value, str)
        and id(n) in words
    }


def annotations(tree: ast.AST) -> set[int]:
    """Give the places of everything inside annotations."""
    inside: set[int] = set()
    for node in ast.walk(tree):
        for field in ("annotation", "returns"):
            found = getattr(node, field, None)
            if found is not None:
                inside |= {id(n) for n in ast.walk(found)}
    return {i for i, n in enumerate(ast.walk(tree)) if id(n) in inside}

"""Find the loops in a piece of code, open ones and hidden ones."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Container, Iterator

# Calls that loop, by the name of a function or method.
HIDDEN = (
    "apply_along_axis",
    "apply_over_axes",
    "fromfunction",
    "fromiter",
    "frompyfunc",
    "filter",
    "map",
    "ndindex",
    "nditer",
    "starmap",
    "vectorize",
)
# NumPy has `np.add.reduce`, which does not; these are of a module.
OF_MODULES = {
    "functools": ("reduce",),
    "itertools": ("accumulate", "starmap"),
}


def loops(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Give the line of each loop and what it is: “a for loop”.

    A loop over a tuple, list or set that is written out runs over no
    elements of an array, nor does one that is unpacked to so many names.
    """
    spared = set(map(id, _unpacked(tree)))
    fixed, modules = _fixed(tree), _aliases(tree)
    for node in ast.walk(tree):
        if id(node) in spared:
            continue
        if isinstance(node, ast.While):
            yield node.lineno, "a while loop"
        elif isinstance(node, ast.For | ast.AsyncFor):
            if not _is_display(node.iter, fixed):
                yield node.lineno, "a for loop"
        elif isinstance(node, ast.comprehension):
            if not _is_display(node.iter, fixed):
                yield node.target.lineno, "a comprehension"
        elif isinstance(node, ast.Call):
            yield from _hidden(node, fixed, modules)


def _unpacked(tree: ast.AST) -> Iterator[ast.comprehension]:
    """Find the comprehensions in `a, b = (f(v) for v in both)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and all(
            _is_display(target) for target in node.targets
        ):
            yield from getattr(node.value, "generators", ())[:1]


def _is_display(node: ast.expr, fixed: Container[str] = ()) -> bool:
    """Tell what is written out: `(w, b)`; also zip and enumerate of it."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return not any(isinstance(e, ast.Starred) for e in node.elts)
    if isinstance(node, ast.Name):
        return node.id in fixed
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        paired = node.func.id in ("zip", "enumerate", "reversed")
        return paired and any(_is_display(arg, fixed) for arg in node.args)
    return False


def _fixed(tree: ast.AST) -> set[str]:
    """Name what is always as long as it is written: `both = w, b`."""
    stored: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            stored[node.id] += 1
        elif isinstance(node, ast.arg):
            stored[node.arg] += 1
        elif isinstance(node, ast.Assign) and _is_of_fixed_length(node.value):
            found.update(t.id for t in node.targets if hasattr(t, "id"))
    found.update(_gathered(tree))
    return {name for name in found if found[name] == stored[name]}


def _gathered(tree: ast.AST) -> list[str]:
    """Name what gathers the arguments of a call: `*points`.

    It is as long as calls are written, unless one unpacks an array.
    """
    every = [n for n in ast.walk(tree) if isinstance(n, ast.arguments)]
    names = [n.vararg.arg for n in every if n.vararg]
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    unpacked = (
        part.value
        for call in calls
        for part in call.args
        if isinstance(part, ast.Starred)
    )
    return names if all(_is_one_each(v, names) for v in unpacked) else []


def _is_one_each(node: ast.expr, names: Container[str]) -> bool:
    """Tell what has one element for each in one of these or a display."""
    if isinstance(node, ast.GeneratorExp | ast.ListComp):
        return len(node.generators) == 1 and _is_display(
            node.generators[0].iter, names
        )
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "map":
        return any(_is_display(arg, names) for arg in node.args)
    return _is_display(node, names)


def _is_of_fixed_length(node: ast.expr) -> bool:
    """Tell a display, and the gradients by what is one."""
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).rpartition(".")[2]
        return name == "grad" and any(map(_is_display, node.args))
    return _is_display(node)


def _aliases(tree: ast.AST) -> dict[str, str]:
    """Map what modules and their functions are called here to names."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {a.asname or a.name: a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {
                a.asname or a.name: f"{node.module}.{a.name}"
                for a in node.names
            }
    return found


def _hidden(
    call: ast.Call, fixed: Container[str], aliases: dict[str, str]
) -> Iterator[tuple[int, str]]:
    """Find a call that loops; a variable may be called `map`."""
    called = _called(call.func, aliases)
    module, _, name = called.rpartition(".")
    looping = name in HIDDEN or name in OF_MODULES.get(module, ())
    if looping and not any(_is_display(arg, fixed) for arg in call.args):
        yield call.lineno, f"a loop in {name}"


def _called(function: ast.expr, aliases: dict[str, str]) -> str:
    """Give the name of what is called, as it is where it comes from."""
    if isinstance(function, ast.Name):
        return aliases.get(function.id, function.id)
    if isinstance(function, ast.Attribute):
        base = ast.unparse(function.value)
        return f"{aliases.get(base, base)}.{function.attr}"
    return ""

"""The twins have the same names, signatures, files, and keep apart."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import d2lcode

PACKAGE = Path(d2lcode.__file__).parent
# Paddle alone renames an optimizer's tensors from process to process.
ONLY_ONE = {"paddle": {"moments.py"}, "torch": set()}


def files(name):
    root = PACKAGE / name
    return {str(p.relative_to(root)): p for p in root.rglob("*.py")}


def shape_of(function):
    """Names, kinds and defaults; types differ from framework to framework."""
    return [
        (p.name, p.kind, p.default)
        for p in inspect.signature(function).parameters.values()
    ]


def public_methods(cls):
    own = {
        name: value
        for base in cls.__mro__
        if base.__module__.startswith("d2lcode")
        for name, value in vars(base).items()
    }
    return {
        name: shape_of(value)
        for name, value in own.items()
        if inspect.isfunction(value)
        and (name == "__init__" or not name.startswith("_"))
    }


def test_same_names_in_the_same_files(twins):
    stubs = [Path(twin.__file__).with_suffix(".pyi") for twin in twins]
    ours, theirs = (stub.read_text("utf8").splitlines() for stub in stubs)
    assert ours[1:] == theirs[1:]
    assert dir(twins[0]) == dir(twins[1]) == sorted(twins[0].__all__)


def test_same_signatures(twins):
    for name in twins[0].__all__:
        ours, theirs = (getattr(twin, name) for twin in twins)
        if ours is not theirs:  # an error is common to both
            assert shape_of(ours) == shape_of(theirs), name


def test_same_methods(twins):
    for name in twins[0].__all__:
        ours, theirs = (getattr(twin, name) for twin in twins)
        if isinstance(ours, type):
            methods = public_methods(ours).keys() - public_methods(theirs)
            assert not {m for m in methods if m not in {"take"}}, name
            for method, signature in public_methods(ours).items():
                assert public_methods(theirs)[method] == signature


def test_every_public_name_is_documented(twins):
    for twin in twins:
        for name in twin.__all__:
            assert inspect.getdoc(getattr(twin, name)), name


def test_same_files_of_similar_size():
    ours, theirs = files("torch"), files("paddle")
    assert theirs.keys() - ours.keys() == ONLY_ONE["paddle"]
    assert ours.keys() - theirs.keys() == ONLY_ONE["torch"]
    for name in ours.keys() & theirs.keys():
        sizes = [len(t[name].read_text("utf8")) for t in (ours, theirs)]
        assert max(sizes) <= 1.3 * min(sizes) + 200, name


def test_no_twin_names_the_other():
    for name, other in (("torch", "paddle"), ("paddle", "torch")):
        for path in files(name).values():
            for line in path.read_text("utf8").splitlines():
                words = line.replace(".", " ").split()
                if "import" in words:
                    assert other not in words, f"{path}: {line}"


ALONE = """
import importlib.abc, importlib.machinery, sys

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Absent())
import numpy as np
from d2lcode._lazy import BackendMissingError
try:
    from d2lcode import {absent} as d2l
except BackendMissingError as error:
    print("refused:", error)
from d2lcode import {present} as d2l
for name in dir(d2l):
    getattr(d2l, name)
x = np.random.default_rng(0).standard_normal((20, 1, 28, 28))
y = np.arange(20) % 10
model = d2l.LeNet()
history = d2l.fit(
    model, (x, y), (x, y), epochs=2, checkpoint={path!r}, progress=False
)
d2l.summary(model, (1, 1, 28, 28))
print("worked:", d2l.predict(model, x).shape, len(history))
print("other:", {absent!r} in sys.modules)
"""


@pytest.mark.parametrize(
    ("present", "absent", "pip"),
    [
        ("torch", "paddle", "pip install paddlepaddle"),
        ("paddle", "torch", "pip install torch"),
    ],
)
def test_each_works_where_the_other_is_not_installed(
    tmp_path, present, absent, pip
):
    pytest.importorskip(present)
    path = str(tmp_path / "run.ckpt")
    code = ALONE.format(present=present, absent=absent, path=path)
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    refused, worked, other = run.stdout.splitlines()[-3:]
    assert refused.startswith("refused:")
    assert refused.endswith(pip)
    assert worked == "worked: (20, 10) 2"
    assert other == "other: False"


def test_importing_the_package_imports_neither():
    code = (
        "import sys, d2lcode, d2lcode.history, d2lcode.parity;"
        "print({'torch', 'paddle'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert run.stdout.strip() == "set()"

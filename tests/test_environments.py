"""Binder, the dev container and the workflows say what the project has."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from d2lcode import notebooks
from d2lcode.pages import page_backends, read_page

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def make_targets():
    text = (ROOT / "Makefile").read_text("utf8")
    return set(re.findall(r"^([\w.$()/]+):(?!=)", text, re.M))


def extras():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
    return set(project["project"]["optional-dependencies"])


def asked_extras(text):
    found = re.findall(r"\.\[([\w,]+)\]", text)
    return {extra for group in found for extra in group.split(",")}


def test_the_dev_container_prepares_what_the_makefile_makes():
    path = ROOT / ".devcontainer" / "devcontainer.json"
    container = json.loads(path.read_text("utf8"))
    assert container["postCreateCommand"] == "make .venv/.ready"
    assert "$(READY)" in make_targets()
    assert "READY := $(VENV)/.ready" in (ROOT / "Makefile").read_text("utf8")
    assert re.search(r"python:3\.1[1-3]$", container["image"])


def test_binder_installs_what_the_project_names():
    script = ROOT / ".binder" / "postBuild"
    assert asked_extras(script.read_text("utf8")) <= extras()
    subprocess.run(["bash", "-n", str(script)], check=True)
    needs = (ROOT / ".binder" / "requirements.txt").read_text("utf8")
    assert "-c ../constraints.txt" in needs
    assert (ROOT / "constraints.txt").is_file()


def test_binder_writes_every_notebook(tmp_path):
    written = notebooks.write_all(tmp_path)
    expected = sum(
        len(page_backends(read_page(ROOT / "book" / f"{page}.md"))) or 1
        for page in notebooks.pages(ROOT)
    )
    assert len(written) == expected == len(set(written))
    assert all(path.is_file() for path in written)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda p: p.stem)
def test_a_workflow_runs_what_there_is(path):
    workflow = yaml.safe_load(path.read_text("utf8"))
    text = path.read_text("utf8")
    assert workflow["jobs"]
    assert asked_extras(text.replace("${{ matrix.only }}", "torch")) <= (
        extras()
    )
    for target in re.findall(r"\bmake (\w+)", text):
        assert target in make_targets()
    if ".ci/run" in text:
        assert (ROOT / ".ci" / "run").is_file()


def test_exact_versions_agree_with_what_is_asked_for():
    lines = (ROOT / "constraints.txt").read_text("utf8").split()
    pins = dict(line.split("==") for line in lines)
    project = (ROOT / "pyproject.toml").read_text("utf8")
    for name in ("torch", "paddlepaddle", "jupyter-book"):
        assert f"{name}=={pins[name]}" in project

"""Binder, the dev container and the workflows say what the project has."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from packaging.requirements import Requirement

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


def test_what_is_published_has_passed():
    publishing = 0
    for path in WORKFLOWS:
        jobs = yaml.safe_load(path.read_text("utf8"))["jobs"]
        for name, job in jobs.items():
            if "gh-pages" in str(job["steps"]):
                publishing += 1
                assert set(job["needs"]) == jobs.keys() - {name}
                assert "refs/heads/main" in job["if"]
    assert publishing == 1


@pytest.mark.skipif(sys.platform == "win32", reason="is for CI's Linux")
@pytest.mark.parametrize("sudo", [True, False], ids=["sudo", "no sudo"])
def test_ci_installs_a_browser_as_whoever_it_is(tmp_path, sudo):
    """Hosted runners are not root and have sudo; a container may have none."""
    called = tmp_path / "called"
    note = f'#!/bin/sh\necho "$(basename "$0") $*" >> {called}\n'
    stubs = {"id": "#!/bin/sh\necho 1000\n", "apt-get": note, "make": note}
    if sudo:
        stubs["sudo"] = note
    for name, text in stubs.items():
        (tmp_path / name).write_text(text, "utf8")
        (tmp_path / name).chmod(0o755)
    for name in ("basename", "dirname", "env"):
        (tmp_path / name).symlink_to(shutil.which(name))
    subprocess.run(
        [shutil.which("bash"), ROOT / ".ci" / "run"],
        env={"PATH": str(tmp_path)},
        check=True,
    )
    update, install, *rest = called.read_text("utf8").splitlines()
    assert update.startswith("sudo apt-get" if sudo else "apt-get")
    assert install.startswith("sudo env" if sudo else "apt-get install")
    assert rest == ["make book", "make lint", "make test"]


def links(path):
    text = (ROOT / path).read_text("utf8")
    return re.findall(r"\]\((https://[^)]*)\)", text)


@pytest.mark.parametrize("path", ["README.md", "book/index.md"])
def test_binder_and_codespaces_are_a_click_away(path):
    repository = notebooks.config(ROOT)["repository"]
    name = urlsplit(repository["url"]).path.strip("/")
    binder = f"https://mybinder.org/v2/gh/{name}/{repository['branch']}?"
    assert f"https://codespaces.new/{name}" in links(path)
    assert any(link.startswith(binder) for link in links(path))


PYTHONS = "3.11", "3.12", "3.13"


def pins(python):
    """Name -> the exact version for one Python, by the constraints."""
    lines = (ROOT / "constraints.txt").read_text("utf8").splitlines()
    found = {}
    for pin in map(Requirement, lines):
        here = {"python_version": python}
        if pin.marker is None or pin.marker.evaluate(here):
            name = pin.name.lower()
            assert name not in found, f"two versions of {name} for {python}"
            found[name] = str(pin.specifier).removeprefix("==")
    return found


def test_what_binder_adds_has_an_exact_version():
    pinned = pins("3.11")
    needs = (ROOT / ".binder" / "requirements.txt").read_text("utf8")
    names = {n.lower() for n in needs.splitlines() if n and n[0] != "-"}
    assert names
    assert names <= pinned.keys()


@pytest.mark.parametrize("python", PYTHONS)
def test_exact_versions_agree_with_what_is_asked_for(python):
    exact = pins(python)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
    asked = project["project"]["optional-dependencies"]
    needs = sum(asked.values(), project["project"]["dependencies"])
    for need in map(Requirement, needs):
        marker = need.marker
        if marker and not marker.evaluate({"python_version": python}):
            assert need.name.lower() not in exact
        elif need.name != project["project"]["name"]:  # its own extras
            assert need.specifier.contains(exact[need.name.lower()]), need


def test_exact_versions_stand_in_the_constraints_alone():
    project = (ROOT / "pyproject.toml").read_text("utf8")
    assert not re.search(r'"[\w-]+==', project)


def test_what_the_project_installs_for_itself_is_held_to_them():
    files = [ROOT / "Makefile", ROOT / ".binder" / "postBuild", *WORKFLOWS]
    commands = [
        command
        for path in files
        for command in re.findall(
            r"pip install (?:.*\\\n)*.*", path.read_text("utf8")
        )
        if "-e " in command
    ]
    assert len(commands) >= 3
    assert all("-c constraints.txt" in command for command in commands)

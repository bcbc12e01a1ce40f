import pytest
from sidebyside.checks import asserts, check

from d2lcode.pages import read_page

HEAD = "---\nfile_format: mystnb\nkernelspec: {name: python3}\n---\n"
CLAIM = "```{code-cell}\n:tags: [claim]\n# It holds.\nassert x\n```\n"


def found(tmp_path, text):
    path = tmp_path / "page.md"
    path.write_text(HEAD + text, "utf8")
    return [(p.line, p.message) for p in check("page", read_page(path))]


def cell(*tags):
    return f"```{{code-cell}}\n:tags: [{', '.join(tags)}]\nx = 1\n```\n\n"


def test_a_sound_page_has_no_problem(tmp_path):
    text = cell("torch") + cell("paddle") + "Prose.\n\n" + CLAIM
    assert found(tmp_path, text) == []


def test_two_cells_may_face_one(tmp_path):
    text = cell("torch") + cell("torch") + cell("paddle") + CLAIM
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("lone", "missing"), [("torch", "paddle"), ("paddle", "torch")]
)
def test_a_lone_twin_is_named(tmp_path, lone, missing):
    text = "Prose.\n\n" + cell(lone) + "Prose.\n\n" + CLAIM
    ((line, message),) = found(tmp_path, text)
    assert line == 7
    assert f"{missing} twin" in message


def test_prose_between_twins_parts_them(tmp_path):
    text = cell("torch") + "Prose.\n\n" + cell("paddle") + CLAIM
    assert len(found(tmp_path, text)) == 2


def test_a_page_with_code_must_claim_something(tmp_path):
    ((line, message),) = found(tmp_path, cell())
    assert line == 1
    assert "tagged claim" in message


def test_a_claim_must_say_what_it_claims(tmp_path):
    text = "```{code-cell}\n:tags: [claim]\nassert x\n```\n"
    ((_, message),) = found(tmp_path, text)
    assert "sentence" in message


def test_a_claim_belongs_to_both_backends(tmp_path):
    text = "".join(
        CLAIM.replace("[claim]", f"[claim, {b}]") for b in ("torch", "paddle")
    )
    messages = [message for _, message in found(tmp_path, text)]
    assert len(messages) == 2
    assert all("checked in both" in m for m in messages)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("assert x", True),
        ("if real:\n    assert x", True),
        ("assert True", False),
        ("assert 'always'", False),
        ("x = 1", False),
        ("assert (x > 2, 'Python takes a pair for true')", False),
        ("assert x\nassert (y, 'why')", False),
        ("assert [x]", False),
        ("assert f'{x}'", False),
        ("assert x > 2, 'why'", True),
    ],
)
def test_only_an_assert_that_can_fail_counts(source, expected):
    assert asserts(source) is expected


def test_a_claim_may_not_be_allowed_to_fail(tmp_path):
    text = CLAIM.replace("[claim]", "[claim, raises-exception]")
    ((line, message),) = found(tmp_path, text)
    assert line == 5
    assert "raises-exception" in message


@pytest.mark.parametrize("tag", ["pytroch", "skip-execution", "Claim"])
def test_an_unknown_tag_is_refused(tmp_path, tag):
    ((line, message),) = found(tmp_path, CLAIM + "Prose.\n\n" + cell(tag))
    assert line == 12
    assert f"unknown tag '{tag}'" in message
    assert "torch, paddle, claim" in message


def test_tags_that_only_hide_are_known(tmp_path):
    assert (
        found(tmp_path, cell("hide-input", "raises-exception") + CLAIM) == []
    )

"""Ten days see every page, and what changed is seen at once."""

import pytest
import rounds

ITEMS = [f"page-{n}" for n in range(37)]


@pytest.fixture(autouse=True)
def ordinary(monkeypatch):
    for name in ("D2LCODE_ALL", rounds.SINCE):
        monkeypatch.delenv(name, raising=False)


def test_ten_days_see_every_page_once():
    days = [rounds.turn(ITEMS, day) for day in range(70, 80)]
    assert sorted(page for day in days for page in day) == sorted(ITEMS)
    assert {len(day) for day in days} == {3, 4}


def test_a_release_sees_all(monkeypatch):
    monkeypatch.setenv("D2LCODE_ALL", "1")
    assert rounds.turn(ITEMS, 3) == ITEMS
    assert "every notebook" in rounds.header()[0]


def test_all_workers_have_the_same_day(monkeypatch):
    monkeypatch.setenv(rounds.DAY, "73")
    assert rounds.turn(ITEMS) == rounds.turn(ITEMS, 3)
    assert "part 4 of 10" in rounds.header()[0]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setattr(rounds, "ROOT", tmp_path)
    if rounds.git("init", "-q", "-b", "main") is None:
        pytest.skip("git is not installed")
    rounds.git("config", "user.name", "n")
    rounds.git("config", "user.email", "n@example.org")
    for name in ("a", "b", "c"):
        page = tmp_path / "book" / "topic" / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("one", "utf-8")
        rounds.git("add", "-A")
        rounds.git("commit", "-q", "-m", name)
    return tmp_path


def test_what_changed_is_what_differs_from_the_base(repository, monkeypatch):
    assert rounds.changed() == {"topic/c"}
    (repository / "book" / "topic" / "a.md").write_text("two", "utf-8")
    assert rounds.changed() == {"topic/a", "topic/c"}
    monkeypatch.setenv(rounds.SINCE, "HEAD~2")
    assert rounds.changed() == {"topic/a", "topic/b", "topic/c"}


def test_without_git_nothing_is_known_to_have_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(rounds, "ROOT", tmp_path)
    monkeypatch.setattr(rounds, "git", lambda *_: None)
    assert rounds.changed() == set()

"""A build's last lines."""

from types import SimpleNamespace

from sidebyside import summary


def app(**records):
    metadata = {"long": {"page_seconds": "120"}}
    env = SimpleNamespace(sidebyside_runs=records, metadata=metadata)
    config = SimpleNamespace(sidebyside_page_seconds=60)
    return SimpleNamespace(env=env, config=config)


def record(seconds, source):
    return {"seconds": {"torch": seconds}, "data": {"mnist": source}}


def test_pages_over_their_budget_are_listed():
    built = app(a=record(59.9, "real:1"), b=record(61.2, "real:1"))
    assert summary.slow(built) == ["b [torch] 61 s of 60"]


def test_a_page_may_name_a_budget_of_its_own():
    within, over = record(119.9, "real:1"), record(121.3, "real:1")
    assert summary.slow(app(long=within)) == []
    assert summary.slow(app(long=over)) == ["long [torch] 121 s of 120"]


def test_pages_on_stand_ins_are_listed():
    built = app(a=record(1, "real:1"), b=record(1, "stand-in"))
    assert summary.on_stand_ins(built) == ["b (mnist)"]


def test_only_what_is_wrong_is_said(monkeypatch):
    said = []
    monkeypatch.setattr(summary.LOG, "info", lambda *words: said.append(words))
    summary.summarise(app(a=record(1, "real:1")), None)
    assert said == []
    summary.summarise(app(a=record(99, "stand-in")), None)
    assert len(said) == 2

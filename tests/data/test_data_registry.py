"""The registry is complete, and says what the project's notes say."""

import hashlib
import re
from urllib.parse import unquote

import pytest
from data_help import ROOT

from d2lcode import data
from d2lcode.data import registry, verify

NAMES = (
    "blood_cells",
    "chinese_classics",
    "covid_cases",
    "english_chinese",
    "fashion_mnist",
    "french_english",
    "housing",
    "mnist",
    "rt_polarity",
    "sign_digits",
    "time_machine",
    "tiny_shakespeare",
)
# Files whose public name is another.
PUBLIC_NAMES = {
    "hongloumeng.txt.gz": "红楼梦.txt",
    "xiyouji.txt.gz": "西游记.txt",
}
README = ROOT.parent / "shared" / "data" / "README.md"

# Public sources, as the notes on the data name them.
SOURCES = {
    "blood_cells": [
        "github.com/Shenggan/BCCD_Dataset",
        "d272fb14cdff6e473fafeeeba32aba5f560e9e43",
    ],
    "mnist": [
        "yann.lecun.com/exdb/mnist",
        "ossci-datasets.s3.amazonaws.com/mnist",
        "storage.googleapis.com/cvdf-datasets/mnist",
        "dataset.bj.bcebos.com/mnist",
    ],
    "fashion_mnist": [
        "fashion-mnist.s3-website.eu-central-1.amazonaws.com",
        "dataset.bj.bcebos.com/fashion_mnist",
    ],
    "housing": [
        "paddlemodels.bj.bcebos.com/uci_housing/housing.data",
        "lib.stat.cmu.edu/datasets/boston",
    ],
    "sign_digits": [
        "github.com/ardamavi/Sign-Language-Digits-Dataset",
        "4b09433ef9d5c60602e8805bb54b8aa2428527f8",
    ],
    "covid_cases": ["github.com/BlankerL/DXY-COVID-19-Data"],
    "rt_polarity": ["www.cs.cornell.edu/people/pabo/movie-review-data"],
    "time_machine": ["gutenberg.org/ebooks/35"],
    "tiny_shakespeare": [
        "github.com/karpathy/char-rnn",
        "6f9487a6fe5b420b7ca9afb0d7c078e37c1d1b4e",
    ],
    "chinese_classics": [
        "github.com/tennessine/corpus",
        "c5ce96aca36c6a3cb4da5f0ff7d2d5fa30c32aea",
    ],
    "english_chinese": ["manythings.org/anki"],
    "french_english": [
        "manythings.org/anki",
        "github.com/genimind/seq2seq",
        "4f3f8eb0adde",
    ],
}


def all_words(entry):
    addresses = [a for file in entry.files for a in file.addresses]
    raw, repository = "raw.githubusercontent.com", "github.com"
    repositories = [a.replace(raw, repository) for a in addresses]
    said = [entry.homepage, entry.manual]
    return "\n".join([*addresses, *repositories, *said])


def test_every_data_set_is_registered():
    assert registry.names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_is_complete(name):
    entry = registry.entry(name)
    assert entry.name == name
    assert all([entry.title, entry.folder, entry.licence, entry.citation])
    assert entry.homepage.startswith("http")
    for file in entry.files:
        assert file.size > 0
        assert file.addresses or entry.manual
        for address in file.addresses:
            assert re.fullmatch(r"https?://[^/\s]+/\S+", address)
            public = PUBLIC_NAMES.get(file.name, file.name)
            assert unquote(address).endswith(public)
    roles = [file.role for file in entry.files]
    assert len(set(roles)) == len(roles) > 0


@pytest.mark.parametrize("name", NAMES)
def test_every_public_source_is_named(name):
    words = all_words(registry.entry(name))
    for source in SOURCES[name]:
        assert source in words


def test_no_two_files_are_the_same():
    files = [f for n in NAMES for f in registry.entry(n).files]
    assert len({file.sha256 for file in files}) == len(files)


@pytest.mark.parametrize("loader", ["mnist", "fashion_mnist", "housing"])
def test_a_loader_has_the_name_of_its_entry(loader):
    assert callable(getattr(data, loader))
    assert loader in registry.names()


@pytest.mark.parametrize("name", NAMES)
def test_the_files_that_are_there_are_those_registered(name, real_data):
    entry = registry.entry(name)
    for file in entry.files:
        verify.check(real_data / entry.folder / file.name, file)


@pytest.mark.skipif(not README.exists(), reason="needs the notes on the data")
def test_the_hashes_and_addresses_are_those_of_the_notes():
    notes = README.read_text(encoding="utf-8")
    sums = README.with_name("SHA256SUMS").read_text(encoding="utf-8")
    for name in NAMES:
        entry = registry.entry(name)
        (row,) = (r for r in notes.splitlines() if folder_of(r, entry))
        for file in entry.files:
            path = f"{entry.folder}/{file.name} | "
            listed = [r for r in sums.splitlines() if r.startswith(path)]
            assert file.sha256[:16] in row or f" {file.sha256} " in listed[0]
        for address in re.findall(r"[\w.-]+\.(?:com|edu|org)/[\w./-]*", row):
            assert address.rstrip("/.") in all_words(entry)
        for commit in re.findall(r"@ ([0-9a-f]{12})", row):
            assert commit in all_words(entry)


def folder_of(row, entry):
    return re.match(rf"\| {re.escape(entry.folder)}( †)? \|", row)


def test_the_housing_file_is_the_one_with_the_known_md5(real_data):
    content = (real_data / "housing" / "housing.data").read_bytes()
    known = "d4accdce7a25600298819f8e28e8d593"
    assert hashlib.md5(content).hexdigest() == known


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ('name = "f"', r"toy: a file lacks \['role', 'sha256', 'size'\]"),
        (
            'name = "f"\nrole = "r"\nsize = 1\nsha256 = "abc"',
            "sha256 of f is 'abc', expected 64",
        ),
    ],
)
def test_a_wrong_registry_is_named(row, words, tmp_path):
    path = tmp_path / "registry.toml"
    text = f'[toy]\ntitle = "T"\nfolder = "t"\n[[toy.files]]\n{row}\n'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        registry.read(path)

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from command_samples import NAME, FakeEngine, document, read, store

from index import EncoderError, StoreError
from qa import cli
from qa.cli import main
from qa.commands import ingest

OTHER = "示例局2021年部门预算.txt"


@pytest.fixture
def library(tmp_path, monkeypatch):
    opened = store(tmp_path / "store", document(), document(OTHER, "d2"))
    monkeypatch.setattr(cli, "open_engine", lambda _: FakeEngine(opened))
    yield opened
    opened.close()


@pytest.fixture
def empty(tmp_path, monkeypatch):
    opened = store(tmp_path / "store")
    monkeypatch.setattr(cli, "open_engine", lambda _: FakeEngine(opened))
    yield opened
    opened.close()


def names(opened):
    return [record.name for record in opened.records()]


def write(folder, **contents):
    folder.mkdir(exist_ok=True)
    for name, content in contents.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    return folder


@pytest.mark.usefixtures("library")
def test_documents_as_json(capsys):
    assert main(["documents", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert first == {
        "name": NAME,
        "title": "示例中心2021年部门预算公开",
        "body": "示例中心",
        "year": 2021,
        "kind": "部门预算",
        "stage": "预算",
        "level": "部门",
        "pages": None,
        "tables": 1,
        "facts": 1,
        "uncertain": 1,
        "recognised": [],
        "unread": [],
        "digest": "d1",
    }
    assert second["name"] == OTHER


@pytest.mark.usefixtures("library")
def test_documents_for_a_person(capsys):
    assert main(["documents"]) == 0
    out = capsys.readouterr().out
    row = next(line for line in out.splitlines() if NAME in line)
    assert [part.strip() for part in row.split("│")[1:-1]] == [
        NAME,
        "示例中心",
        "2021",
        "部门预算",
        "",
        "1",
        "1",
        "1",
    ]
    assert "\x1b" not in out


@pytest.mark.usefixtures("empty")
def test_an_empty_store_says_what_to_do(capsys):
    assert main(["documents"]) == 0
    assert capsys.readouterr() == (
        "",
        "budget-qa: the store is empty; `budget-qa ingest FILE` adds documents\n",
    )
    assert main(["documents", "--json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_remove_takes_a_part_of_a_name(library, capsys):
    assert main(["remove", "示例局"]) == 0
    assert capsys.readouterr() == (f"已移除 {OTHER}\n", "")
    assert names(library) == [NAME]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("没有", "no document is called '没有'; `budget-qa documents` lists the names"),
        ("示例", f"'示例' is part of several names: {NAME}, {OTHER}; give one of them in full"),
    ],
)
def test_remove_needs_one_document(library, text, message, capsys):
    assert main(["remove", text]) == 2
    assert capsys.readouterr() == ("", f"budget-qa: error: {message}\n")
    assert names(library) == [NAME, OTHER]


def test_ingest_takes_what_can_be_read_and_names_the_rest(empty, tmp_path, capsys):
    folder = write(tmp_path / "in", a_txt="a", b_doc="b", _hidden="c")
    write(folder / "deeper", c_txt="c")
    assert ingest.run(empty, read, [str(folder), str(tmp_path / "none.txt")]) == 2
    out, err = capsys.readouterr()
    assert out == "收入  a.txt  1 张表，1 个数，1 格未证实\n收入  c.txt  1 张表，1 个数，1 格未证实\n"
    assert err == (
        "budget-qa: b.doc: no reader for '.doc' files; give one of .txt\n"
        "budget-qa: none.txt: there is no such file; check the path\n"
    )
    assert names(empty) == ["a.txt", "c.txt"]


def test_ingest_says_which_pages_were_recognised_and_which_not_read(empty, tmp_path, capsys):
    file = write(tmp_path / "in", a_txt="a") / "a.txt"
    ingest.run(empty, lambda path: replace(read(path), recognised=(1, 4), unread=(2, 3)), [str(file)])
    assert capsys.readouterr().out == (
        "收入  a.txt  1 张表，1 个数，1 格未证实，2 页扫描件由程序识别；"
        "第 2、3 页是图片，没有读：安装 budget-qa[ocr]，移除这份文件再收\n"
    )


def test_ingest_skips_what_is_unchanged_and_replaces_what_is_not(empty, tmp_path, capsys):
    folder = write(tmp_path / "in", a_txt="a", b_txt="b")
    assert ingest.run(empty, read, [str(folder)]) == 2
    write(folder, b_txt="other")
    capsys.readouterr()
    reads = []

    def counted(path):
        reads.append(path.name)
        return read(path)

    assert ingest.run(empty, counted, [str(folder), str(folder / "a.txt")]) == 2
    assert capsys.readouterr() == ("未变  a.txt\n更新  b.txt  1 张表，1 个数，1 格未证实\n", "")
    assert reads == ["b.txt"]
    assert names(empty) == ["a.txt", "b.txt"]


def test_of_two_files_of_one_name_the_first_is_taken(empty, tmp_path, capsys):
    first, second = write(tmp_path / "1", a_txt="a"), write(tmp_path / "2", a_txt="b")
    assert ingest.run(empty, read, [str(first), str(second)]) == 1
    out, err = capsys.readouterr()
    assert out.count("收入") == 1
    assert err == (
        f"budget-qa: {second / 'a.txt'}: not taken, {first / 'a.txt'} has the same file name;"
        " rename one of them\n"
    )


def test_nothing_read_is_counted_as_nothing(empty, tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    assert ingest.run(empty, read, [str(folder)]) == 0
    assert capsys.readouterr() == ("", f"budget-qa: {folder}: no file in this folder\n")


def test_a_failing_store_stops_the_run_and_keeps_what_is_in(empty, tmp_path, monkeypatch):
    folder = write(tmp_path / "in", a_txt="a", b_txt="b")
    add = empty.add

    def fail_on_b(document, content):
        if document.name == "b.txt":
            raise StoreError("the disk is full")
        return add(document, content)

    monkeypatch.setattr(empty, "add", fail_on_b)
    with pytest.raises(StoreError, match="the disk is full"):
        ingest.run(empty, read, [str(folder)])
    assert names(empty) == ["a.txt"]


def test_a_missing_model_leaves_the_documents_in(capsys):
    def ensure(_):
        raise EncoderError("the model is not here")

    ingest.embed(ensure)
    assert capsys.readouterr().err == "budget-qa: no search by meaning: the model is not here\n"


@pytest.mark.usefixtures("empty")
def test_ingest_exits_2_only_if_nothing_could_be_read(tmp_path, capsys):
    assert main(["ingest", str(tmp_path / "none.txt")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "none.txt" in err

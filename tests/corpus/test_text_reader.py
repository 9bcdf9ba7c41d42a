import codecs
import hashlib

import pytest

from corpus import ReadError
from corpus.readers import MAX_BYTES, read_stream
from corpus.readers.text import MAX_LINES, read_text

TEXT = "江海市档案馆主要职能\n\n    收集、整理、保管和利用档案资料。\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
)
def test_encodings(data):
    stream = read_text("made.txt", data)
    assert [line.text for line in stream.blocks] == TEXT.split("\n")
    assert stream.digest == hashlib.sha256(data).hexdigest()


def test_lines_are_numbered_from_one_whatever_ends_them():
    stream = read_text("made.txt", "甲\r\n乙\r丙\n丁".encode())
    assert [(line.text, line.span.lines) for line in stream.blocks] == [
        ("甲", (1, 1)),
        ("乙", (2, 2)),
        ("丙", (3, 3)),
        ("丁", (4, 4)),
    ]
    assert {line.span.file for line in stream.blocks} == {"made.txt"}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (codecs.BOM_UTF8, "the file is empty"),
        (b"%PDF-1.7 ...", "this is a PDF"),
        (b"PK\x03\x04 ...", "this is a zip, Word or Excel file"),
        (b"abc\x00def", "the file is binary"),
        (b"\xff\xff\xff\xff", "in no known encoding"),
        (bytes(range(128, 256)) * 50, "in no known encoding"),
        (("é" * 500).encode("latin-1"), "in no known encoding"),
        ("政府預算編製說明與財政撥款支出總額".encode("big5"), "in no known encoding"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "in no known encoding"),
        (TEXT.encode()[:-3] + b"\n", "in no known encoding"),
        (b"\n" * (MAX_LINES + 1) + TEXT.encode(), "lines are more than the limit"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, message):
    with pytest.raises(ReadError, match=message) as refusal:
        read_text("made.txt", data)
    assert str(refusal.value).startswith("made.txt: ") and "\n" not in str(refusal.value)


def test_files_that_can_not_be_read(tmp_path):
    (tmp_path / "made.xyz").write_text(TEXT)
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    for name, message in {
        "missing.txt": "no such file",
        ".": "no reader for",
        "made.xyz": "no reader for '.xyz' files",
        "large.txt": "more than the limit",
    }.items():
        with pytest.raises(ReadError, match=message):
            read_stream(tmp_path / name)

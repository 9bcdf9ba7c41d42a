import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import EXPENDITURE_HEADER, document

from corpus import ReadError
from corpus.read import parse
from corpus.readers.text import read_text

CAPTION = f"甲表\n单位：元\n{EXPENDITURE_HEADER}\n"
HOSTILE = {
    "one long line": "一网通办" * 400_000,
    "one long line of figures": "1.2," * 400_000,
    "one long line of numbers": "二、立项依据\n\n1." + "国办发〔2018〕45" * 100_000,
    "open brackets": "二、立项依据\n\n" + "《" * 500_000 + "〔" * 500_000,
    "thousands of figures in a row": CAPTION + "201 甲 " + "1 " * 5_000 + "\n合计 5\n",
    "thousands of rows": CAPTION + "".join(f"201 甲{n} {n} {n}\n" for n in range(5_000)) + "合计 5 5\n",
    "equal rows": CAPTION + "".join(f"{201 + n} 甲 1 1\n" for n in range(90)) + "合计 90 45 45\n",
    "captions without end": "甲表\n单位：元\n" * 5_000,
    "headers without end": ("甲表\n单位：元\n" + "项目 合计 收入 支出 预算数\n" * 15 + "甲 1\n") * 50,
    "two-sided rows": "收支总表\n单位：元\n本年收入 本年支出\n项目 预算数 项目 预算数\n" + "甲 1\n" * 10_000,
    "items without end": "1.甲乙丙\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_soon(name):
    began = time.perf_counter()
    assert document(HOSTILE[name]).sections
    assert time.perf_counter() - began < 10


def test_random_bytes_are_refused_or_read():
    source = random.Random(7)
    for size in (1, 10, 1_000, 100_000):
        try:
            parse(read_text("made.txt", source.randbytes(size)))
        except ReadError as refusal:
            assert "\n" not in str(refusal)


@given(
    st.text(alphabet="一二、（）.1289,，。《》〔〕号 \n项目合计单位：元表收入支出预算数20103-—", max_size=300)
)
def test_any_text_is_read(text):
    if text.strip():
        read = document(text)
        assert all(0 <= paragraph.section < len(read.sections) for paragraph in read.paragraphs)
        for table in read.tables:
            amounts = [at for at, column in enumerate(table.columns) if column.role == "amount"]
            assert {cell.column for cell in table.cells} <= set(amounts)

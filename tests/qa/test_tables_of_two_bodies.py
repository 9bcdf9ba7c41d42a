"""Tables of two bodies, each named by its own title."""

import pytest
from made_grids import Made, workbook

from corpus import read_document
from index import Store
from qa.engine import Engine

ONE, OTHER = "江海市种子站", "江海市苗木站"


def spending(title: str, whole: str, basic: str) -> Made:
    rows = [
        ["科目名称", "合计", "基本支出"],
        ["农林水支出", whole, basic],
        ["合计", whole, basic],
    ]
    return Made(rows, over=(title, "单位：万元"))


BUDGET = spending("2025年部门支出预算总表", "70.00", "40.00")
FUNDED = spending("2025年部门一般公共预算支出预算表", "60.00", "30.00")
FINAL = spending("支出决算表", "50.00", "20.00")
OF_FUND = spending("一般公共预算财政拨款支出决算表", "45.00", "15.00")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    store = Store.open(folder / "store")
    documents = {f"{ONE}2025年部门预算": (BUDGET, FUNDED), f"{OTHER}2024年度部门决算": (FINAL, OF_FUND)}
    for title, tables in documents.items():
        path = folder / f"{title}.xlsx"
        path.write_bytes(workbook(title, *tables))
        store.add(read_document(path))
    yield Engine(store).ask
    store.close()


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (f"{ONE}2025年支出预算总表与{OTHER}2024年支出决算表，农林水支出相差多少", "20.00"),
        (f"{ONE}2025年部门支出预算总表与{OTHER}2024年支出决算表，农林水支出的基本支出相差多少", "20.00"),
        (
            f"{ONE}2025年一般公共预算支出预算表的农林水支出比{OTHER}2024年支出决算表的农林水支出多多少",
            "10.00",
        ),
        (
            f"{ONE}2025年一般公共预算支出预算表与{OTHER}2024年一般公共预算财政拨款支出决算表，农林水支出相差多少",
            "15.00",
        ),
    ],
)
def test_each_figure_is_of_its_bodys_own_table(ask, question, number):
    answer = ask(question)
    assert [str(abs(value.quantity.number)) for value in answer.values[:1]] == [number], answer.text

"""Questions over real published documents, read where they lie; the figures are those of their tables."""

from pathlib import Path

import pytest

from corpus import read_document
from index import Store
from qa.engine import Engine

FOLDER = Path(__file__).parents[3] / "shared" / "documents"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    if not FOLDER.is_dir():
        pytest.skip("the published documents are not beside this checkout")
    store = Store.open(tmp_path_factory.mktemp("published"))
    for path in sorted(FOLDER.iterdir()):
        store.add(read_document(path))
    yield Engine(store)
    store.close()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        # The table that is named, by its number or without the body's name.
        ("西南大学2023年表2：高等学校收入决算表里高等教育是多少", "363483.12万元"),
        ("西南大学2021年收入预算表的高等教育是多少", "352132.88万元"),
        ("西南大学2021年收支预算总表中住房保障支出是多少", "15702.41万元"),
        # A row as it is printed.
        ("万里街道2025年三、教育支出多少钱", "250000元"),
        ("西南大学2023年六、其他收入决算数", "51324.41万元"),
        # A column shared by two rows, a row by two columns.
        ("万里街道2025年城乡社区支出、教育支出的项目支出分别是多少", "76987780元"),
        ("万里街道2025年教育支出的基本支出和项目支出一共多少", "250000元"),
        ("万里街道2025年城乡社区支出的基本支出比项目支出多多少", "393766元"),
        # Budget and outcome.
        ("普陀区规划资源局2024年三公经费决算是多少", "0.39万元"),
        ("普陀区规资局2024年三公经费预算数", "2.85万元"),
        ("规划和自然资源局2024年行政运行年初预算是多少", "1115.48万元"),
        ("社会工作部2024年行政运行预算完成率", "98.69%"),
        ("西南大学2023年高中教育决算数比2022年增长百分之几", "17.14%"),
        # 收入总计 is not 本年收入合计.
        ("西南大学2021年收入总计", "490808.40万元"),
        ("西南大学2021年本年收入合计", "390140.45万元"),
        ("西南大学2023年收入总计比2021年多多少", "78688.14万元"),
        ("西南大学2021年总收入", "490808.40万元"),
        ("西南大学2021年本年收入比上年少多少", "1106.89万元"),
        ("西南大学2022年支出总计是多少", "403183.92万元"),
        ("西南大学2021年收入里其他收入占比", "10.10%"),
        ("西南大学2023年事业收入占收入的比重", "31.66%"),
        ("西南大学2023年财政拨款收入比2021年预算多多少", "26462.85万元"),
        ("西南大学2023年政府性基金预算财政拨款收入", "109.50万元"),
        ("江苏高院2018年项目支出", "11343.27万元"),
        ("江苏高院2019年会议费和培训费一共多少", "1868.27万元"),
        ("西南大学2021年项目支出里高等教育占几成", "95.70%"),
        ("省政协2018年三公经费比江苏高院2019年高百分之多少", "31.41%"),
        ("万里街道2024、2025两年的三公经费合计", "85.82万元"),
        ("社会工作部2024年支出比规划局2024年少多少", "9451.56万元"),
        ("大数据中心2021年支出是财政局2025年支出的几倍", "3.23倍"),
        ("司法局2026年信息化建设预算和万里街道2025年办公费相差多少元", "2054678.00元"),
        ("江苏高院2019年公务接待费比省政协2018年少多少", "325.55万元"),
        ("省政协2018年政府采购总额中服务占多少", "72.25%"),
        ("社会工作部2024年养老保险缴费预算执行率", "68.67%"),
        ("社会工作部2024年一般公共预算财政拨款支出完成预算的百分比", "95.89%"),
        ("规划和自然资源局2024年政府采购支出总额", "2319.21万元"),
        ("司法局2026年哪个经济科目花钱最多", "12971818.00元"),
        # Over bodies.
        ("哪个部门2025年的三公经费最高", "346.30万元"),
        ("江苏高院的三公经费比省政协少多少", "161.35万元"),
        ("江苏省政协2018年一般公共服务支出是多少", "7827.46万元"),
    ],
)
def test_the_first_value(published, question, first):
    values = published.ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


@pytest.mark.parametrize(
    "question",
    [
        "规划和自然资源局2024年支出总计预算是多少",
        "西南大学2023年教育支出年初预算是多少",
        "规划和自然资源局2024年全年预算数",
    ],
)
def test_a_budget_that_a_final_account_does_not_state_is_declined(published, question):
    assert published.ask(question).values == ()

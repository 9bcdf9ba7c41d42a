"""Two made-up forms of aims and indicators."""

from made_grids import Made

NAMED = "项目支出绩效目标申报表"
HEAD = ["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", "指标值", "分值"]
WIDTHS = [30, 70, 90, 140, 80, 50]


def made_form(name: str, total: str, part: str, indicators: list[list[str]]) -> Made:
    rows = [
        ["项目名称", "", name, "", "", ""],
        ["主管部门", "", "江海市档案局", "实施单位", "江海市档案馆", ""],
        ["项目资金\n（万元）", "", "年度资金总额：", "", total, ""],
        ["", "", "其中：财政拨款", "", part, ""],
        ["", "", "其他资金", "", "", ""],
        ["年度总体目标", "", "保障档案安全。", "", "", ""],
        HEAD,
        *indicators,
    ]
    merged = [
        (0, 0, 1, 0),
        (2, 0, 5, 0),
        (0, 1, 1, 1),
        (4, 1, 5, 1),
        (0, 2, 1, 4),
        (0, 5, 1, 5),
        (2, 5, 5, 5),
    ]
    money = [(left, row, left + 1, row) for row in (2, 3, 4) for left in (2, 4)]
    spans = [*merged, *money, (0, 6, 0, 6 + len(indicators))]
    return Made(rows, spans, over=(NAMED, "（2025年度）"), widths=WIDTHS)


UPKEEP = made_form(
    "系统运行维护",
    "1,200.00",
    "1,000.00",
    [["", "产出指标", "数量指标", "维护系统数量", "≥12个", "10"], ["", "", "", "巡检成本", "≤50万元", "10"]],
)
SCANS = made_form("馆藏数字化", "350.5", "350.5", [["", "产出指标", "质量指标", "扫描差错率", "≤2%", "20"]])

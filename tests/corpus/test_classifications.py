"""Tables whose rows carry two codes: that of the account names the row, the other one is a remark."""

from decimal import Decimal

from made_grids import Made, workbook

from corpus import read_document


def read(folder, *tables):
    path = folder / "made.xlsx"
    path.write_bytes(workbook("江海县水利局2030年部门综合预算", *tables))
    return read_document(path).tables


def rows(table):
    """Each row's code and name with its figures and whether they are certain."""
    return {
        (row.code, row.name): [cell.number for cell in table.cells if cell.row == at and cell.certain]
        for at, row in enumerate(table.rows)
    }


def test_the_government_account_beside_the_department_account(tmp_path):
    (table,) = read(
        tmp_path,
        Made(
            [
                [
                    "部门经济科目编码",
                    "部门经济科目名称",
                    "政府经济科目编码",
                    "政府经济科目名称",
                    "合计",
                    "人员经费",
                    "备注",
                ],
                ["", "合计", "", "", "30.00", "30.00", ""],
                ["301", "工资福利支出", "", "", "30.00", "30.00", ""],
                ["30101", "基本工资", "50101", "工资奖金津补贴", "20.00", "20.00", ""],
                ["30113", "住房公积金", "50103", "住房公积金", "10.00", "10.00", ""],
            ],
            over=("一般公共预算支出明细表（按支出经济分类科目）", "单位：万元"),
        ),
    )
    assert rows(table)["30101", "基本工资"] == [Decimal("20.00"), Decimal("20.00")]
    assert ("30113", "住房公积金") in rows(table)


def test_the_account_of_what_is_bought_beside_its_other_codes(tmp_path):
    (table,) = read(
        tmp_path,
        Made(
            [
                [
                    "科目编码",
                    "",
                    "",
                    "单位编码",
                    "单位名称",
                    "采购项目",
                    "规格型号",
                    "数量",
                    "经济科目编码",
                    "预算金额",
                    "说明",
                ],
                ["类", "款", "项", "", "", "", "", "", "", "", ""],
                ["合计", "", "", "", "", "", "", "", "", "28.30", ""],
                ["213", "03", "01", "321001", "江海县水利局", "办公设备", "", "8", "31002", "3.90", ""],
                ["213", "03", "14", "321001", "江海县水利局", "预警设备", "", "1", "31003", "24.40", ""],
            ],
            [(0, 0, 2, 0), *((at, 0, at, 1) for at in range(3, 11))],
            over=("政府采购预算表", "单位：万元"),
        ),
    )
    assert rows(table)["2130301", "江海县水利局 办公设备"] == [Decimal("3.90")]


def test_projects_under_the_code_of_their_unit(tmp_path):
    (table,) = read(
        tmp_path,
        Made(
            [
                ["单位编码", "单位（项目）名称", "项目金额", "项目简介"],
                ["", "合计", "145.00", ""],
                ["321", "江海县水利局", "145.00", ""],
                ["", "堤防工程", "120.00", "用于堤防。"],
                ["", "河湖巡查", "25.00", "用于巡查。"],
            ],
            over=("专项业务经费支出表", "单位：万元"),
        ),
    )
    assert rows(table)[None, "堤防工程"] == [Decimal("120.00")]
    assert [row.parent for row in table.rows] == [None, None, 1, 1]


def test_a_part_of_a_column_that_nobody_has(tmp_path):
    (table,) = read(
        tmp_path,
        Made(
            [
                ["单位编码", "单位名称", "合计", "其中：专项资金列入部门预算项目", "事业收入"],
                ["", "合计", "20.00", "", "5.00"],
                ["321001", "水利局本级", "15.00", "", "5.00"],
                ["321002", "水保站", "5.00", "", ""],
            ],
            over=("收入总表", "单位：万元"),
        ),
    )
    assert rows(table)["321001", "水利局本级"] == [Decimal("15.00"), None, Decimal("5.00")]

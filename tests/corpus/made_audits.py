"""Made-up budgets to audit, each with figures that agree, and how one looks at what the audit finds."""

from made_texts import EXPENDITURE_HEADER, document

from corpus.audit import Finding, audit_document

BALANCE = """
2030年部门财务收支预算总表
编制部门：江海市档案馆 单位：元

本年收入 本年支出

项目 预算数 项目 预算数

一、财政拨款收入 900 一、公共安全支出 700
1. 一般公共预算资金 900 二、卫生健康支出 300
2. 政府性基金
二、事业收入 100
三、其他收入
收入总计 1,000 支出总计 1,000
"""

SPENDING = f"""
2030年部门支出预算总表
编制部门：江海市档案馆 单位：元
{EXPENDITURE_HEADER}
204 公共安全支出 700 400 300
204 06 司法 700 400 300
204 06 01 行政运行 400 400
204 06 99 其他司法支出 300 300
210 卫生健康支出 300 300
210 11 行政事业单位医疗 300 300
210 11 01 行政单位医疗 300 300
合计 1,000 700 300
"""

GENERAL = SPENDING.replace("支出预算总表", "一般公共预算支出功能分类预算表").replace(
    "项目 支出预算\n", "项目 一般公共预算支出\n"
)

TRAVEL = """
部门“三公”经费和机关运行经费预算表
编制部门：江海市档案馆 单位：万元

2030年“三公”经费预算数

2030年机关运行
经费预算数合计 因公出国(境)费 公务接待费

公务用车购置及运行费

小计 购置费 运行费

12.20 5.00 2.50 4.70 2.80 1.90
"""


def audit(text: str) -> tuple[Finding, ...]:
    return audit_document(document(text))


def prose(*paragraphs: str, tables: str = "") -> str:
    """A budget's notes, a paragraph on a line, with tables after them."""
    lines = "\n".join(f"    {paragraph}" for paragraph in paragraphs)
    return f"2030年部门预算编制说明\n\n{lines}\n\n\n\n{tables}"


def brief(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """What was held against what, and how grave it is."""
    return [(str(finding.check), str(finding.severity)) for finding in found]

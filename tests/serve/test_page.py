import html
import io
import re
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus import read_document
from corpus.document import CellPlace
from qa.answer import Answer, Status
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.engine import Engine
from qa.errors import PlaceError
from qa.serve.addresses import Place, place_of, read_place
from qa.serve.page.card import Asked, card
from qa.serve.page.conversation import MOST_TURNS, Conversation, remembered
from qa.serve.page.library import findings, library, outline
from qa.serve.page.markup import render
from qa.serve.page.overview import comparisons, pictures
from qa.serve.page.source import source
from qa.serve.page.suggestions import examples, following
from qa.serve.page.words import browser_language
from qa.serve.service import Service
from qa.serve.settings import Settings
from qa.telling.wording import Language

ZH = Language.CHINESE
HOSTILE = "<img src=x onerror=alert(1)>\"'${alert(1)}{{value}}"
TAG = re.compile(r"<[^>]+>")


def plain(html):
    return " ".join(TAG.sub(" ", html).split())


def test_the_card_of_two_projects_has_both_figures_and_their_sum(conversation):
    shown = conversation.shown([("一网通办 budget?", None)], ZH)
    text = plain(shown.html)
    assert re.findall(r"[\d,]+\.\d\d 万元", text) == ["18,050.50 万元", "1,768.39 万元", "19,818.89 万元"]
    assert "18,050.50 + 1,768.39 = 19,818.89万元" in text
    assert re.findall(r'data-ask="([^"]+)"', shown.html) == [
        "“一网通办”运营服务费是多少？",
        "上海市“一网通办”平台信息系统（2021升级改造）经费是多少？",
    ]
    assert (shown.source.lines, shown.source.cell) == ((451, 451), None)


def test_an_amount_of_a_hundred_million_is_given_in_that_unit_exactly(conversation):
    text = plain(conversation.shown([("支出总计是多少", None)], ZH).html)
    assert "555,962,355 元 = 5.55962355亿元" in text


def test_a_refusal_is_a_card_without_figures(conversation):
    html = conversation.shown([("2020年的决算是多少", None)], ZH).html
    assert 'class="card refused"' in html
    assert 'class="figure' not in html
    assert "这里只有预算，没有决算或实际支出的数字。" in html


def test_the_source_of_a_cell_marks_it_and_lights_its_row_and_column(served):
    answer = served.ask("租赁费是多少")
    (record,) = served.records()
    html = source(served.document(record.id), record.id, place_of(answer.evidence[0]), ZH)
    assert re.findall(r'aria-current="true">([^<]+)<', html) == ["19,902,679"]
    (row,) = re.findall(r'<tr class="lit">(.+?)</tr>', html, re.DOTALL)
    assert plain(row) == "30214 租赁费 19,902,679 19,902,679"
    lit = re.findall(r'<th scope="(\w+)" colspan="(\d)" rowspan="(\d)" class="lit">([^<]+)</th>', html)
    assert lit == [("colgroup", "3", "1", "一般公共预算基本支出"), ("col", "1", "1", "合计")]
    assert "第 301 行" in html


def test_the_source_of_a_sentence_marks_it(served):
    (record,) = served.records()
    answer = served.ask("一网通办运营服务费是多少")
    html = source(served.document(record.id), record.id, place_of(answer.evidence[0]), ZH)
    assert re.findall(r"<mark[^>]*>([^<]+)</mark>", html) == ["年度财政资金预算安排18,050.50万元。"]


def test_every_link_of_a_table_leads_to_its_own_cell(served):
    (record,) = served.records()
    document = served.document(record.id)
    for cell in document.tables[4].cells[:12]:
        if cell.text:
            at = Place(document.name, CellPlace(4, cell.row, cell.column))
            (marked,) = re.findall(r'aria-current="true">([^<]+)<', source(document, record.id, at, ZH))
            assert marked == cell.text


@pytest.mark.parametrize("cell", [(99, 0, 0), (0, 999, 0), (0, 0, 99)])
def test_a_place_that_is_not_there_is_refused(served, cell):
    (record,) = served.records()
    with pytest.raises(ValueError, match="has no such cell"):
        source(served.document(record.id), record.id, Place(record.name, CellPlace(*cell)), ZH)


def test_what_a_document_says_is_text_on_the_page(served):
    (record,) = served.records()
    document = served.document(record.id)
    table = document.tables[4]
    rows = (replace(table.rows[0], name=HOSTILE), *table.rows[1:])
    cells = (replace(table.cells[0], text=HOSTILE), *table.cells[1:])
    hostile = replace(
        document,
        name=HOSTILE,
        tables=(
            *document.tables[:4],
            replace(table, title=HOSTILE, notes=(HOSTILE,), rows=rows, cells=cells),
        ),
    )
    shown = source(hostile, 1, Place(HOSTILE, CellPlace(4, 0, table.cells[0].column), quote=HOSTILE), ZH)
    answer = Answer(HOSTILE, Status.NOT_FOUND, HOSTILE, choices=(HOSTILE,), remarks=(HOSTILE,))
    shown += card(answer, Asked(HOSTILE, (HOSTILE,), HOSTILE), (), 1, ZH)
    shown += render("nothing.html", ZH, reason=HOSTILE)
    assert "<img" not in shown
    assert "{" not in shown
    assert "}" not in shown
    assert shown.count("&lt;img src=x onerror=alert(1)&gt;&#34;&#39;$&#123;alert(1)&#125;") >= 8


def test_the_pictures_show_the_documents_figures_by_size(served):
    (record,) = served.records()
    drawn = {
        picture.heading: [bar.amount for bar in picture.bars] for picture in pictures(served.book(record.id))
    }
    assert drawn["functions"] == ["547,241,750元", "5,106,237元", "2,126,099元", "1,488,269元"]
    assert drawn["projects"][:2] == ["18,050.50万元", "8,800.00万元"]
    assert drawn["basic"] == ["61,922,807元", "494,039,548元"]
    assert drawn["three_public"] == ["50.00万元", "47.20万元", "25.00万元"]


def test_each_bar_leads_to_the_place_of_its_figure(served):
    (record,) = served.records()
    document = served.document(record.id)
    for bar in (bar for picture in pictures(served.book(record.id)) for bar in picture.bars):
        html = source(document, record.id, read_place(dict(parse_qsl(bar.link))), ZH)
        (marked,) = re.findall(r'aria-current="true">([^<]+)<', html)
        assert bar.amount.rstrip("万元") in marked


def test_the_longest_bar_is_the_whole_width(served):
    (record,) = served.records()
    for picture in pictures(served.book(record.id)):
        assert max(float(bar.percent) for bar in picture.bars) == 100.0


def test_examples_are_answered(served):
    (record,) = served.records()
    offered = examples(served.ask, record, served.book(record.id))
    assert len(offered) == 6
    assert {served.ask(question).status for question in offered} == {Status.ANSWERED}


def test_what_is_offered_next_is_answered_in_its_conversation(served):
    answer = served.ask("租赁费是多少")
    offered = following(served.ask, answer, (), None)
    assert "占总支出的多少？" in offered
    assert {served.ask(question, ["租赁费是多少"]).status for question in offered} == {Status.ANSWERED}


@pytest.mark.parametrize(
    "stored", [None, 3, "x", {}, [[]], [["a"]], [[1, None]], [["", None]], [["  ", None]]]
)
def test_a_browsers_memory_may_be_anything(stored):
    assert remembered(stored) == ()


def test_a_browser_remembers_the_last_questions():
    assert (
        remembered([[str(n), None] for n in range(99)])
        == tuple((str(n), None) for n in range(99))[-MOST_TURNS:]
    )


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("zh-CN,zh;q=0.9,en", "zh"), ("en-US,en;q=0.9", "en"), ("fr, en;q=0.5", "en"), ("", "zh"), ("xx", "zh")],
)
def test_the_browsers_language(accepted, language):
    assert browser_language(accepted) == language


def test_the_documents_outline_and_audit_are_listed(served):
    from corpus.audit import audit_document

    (record,) = served.records()
    document = served.document(record.id)
    assert "上海市大数据中心 2021 部门预算 8 338 0" in plain(library([record], (), ZH))
    headings = outline(document, ZH)
    assert "“一网通办”运营服务费项目情况说明" in headings
    (table,) = re.findall(r'data-open="([^"]+)">2021年部门收入预算总表<', headings)
    assert dict(parse_qsl(html.unescape(table)))["cell"] == "1-0-2"
    text = plain(findings(document, audit_document(document), ZH))
    assert "尾差" in text
    assert "55,597" in text


def test_what_is_tried_for_an_offer_is_not_counted_as_asked(served):
    def asked():
        return sum(
            float(line.rsplit(" ", 1)[1])
            for line in served.metrics.text().decode().splitlines()
            if line.startswith("budget_qa_questions_total")
        )

    before = asked()
    Conversation(served).shown([("会议费是多少", None)], ZH)
    assert asked() == before + 1


def test_the_source_in_a_pdf_shows_its_page_with_the_cell_marked(tmp_path):
    path = tmp_path / "某局2024年部门预算.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    page = Canvas(str(path), pagesize=A4)
    page.setFont("STSong-Light", 12)
    for top, words in ((80, "某局2024年部门预算"), (110, "一、收支情况"), (140, "本年支出10万元。")):
        page.drawString(90, A4[1] - top, words)
    page.save()
    engine = Engine.open(tmp_path / "store")
    engine.store.add(read_document(path), path.read_bytes())
    service = Service(engine, Settings.read())
    document = service.document(1)
    (paragraph,) = (p for p in document.paragraphs if "支出10" in p.text)
    html = source(document, 1, Place(document.name, page=1, quote=paragraph.text), ZH)
    box = ",".join(f"{edge:.1f}" for edge in paragraph.span.box)
    assert re.findall(r'<img src="([^"]+)"', html) == [f"api/documents/1/pages/1.png?box={box}"]
    image = service.page_image(1, 1, [paragraph.span.box])
    assert Image.open(io.BytesIO(image)).size == (1132, 1600)
    with pytest.raises(PlaceError, match=r"^page 2 cannot be drawn: open the file itself$"):
        service.page_image(1, 2, [])
    service.close()


def test_documents_of_one_body_are_compared_by_year_each_bar_with_its_own_cell(tmp_path):
    books = {}
    for year, amount in ((2024, 300), (2025, 400)):
        path = tmp_path / f"{year}.txt"
        path.write_text(
            f"江海市档案馆{year}年部门预算\n编制说明\n{year}年，支出预算{amount}万元。\n", "utf-8"
        )
        books[str(year)] = Book((Catalog(read_document(path), year),))
    (picture,) = comparisons(books)
    shown = [(bar.label, bar.amount, bar.percent) for bar in picture.bars]
    assert (picture.heading, shown) == (
        "each_spending",
        [("2024", "300万元", "75.0"), ("2025", "400万元", "100.0")],
    )
    quotes = [dict(parse_qsl(bar.link))["quote"] for bar in picture.bars]
    assert quotes == ["2024年，支出预算300万元。", "2025年，支出预算400万元。"]


def test_one_document_is_not_compared_with_itself(served):
    (record,) = served.records()
    assert comparisons({"only": served.book(record.id)}) == ()

"""The standard names of what documents call a figure."""

import pytest

from qa.terms.labels import canonical


@pytest.mark.parametrize(
    "label",
    [
        "公务接待费",
        "3.公务接待费",
        "3．公务接待费",
        "3、公务接待费",
        "（3）公务接待费",
        "三．公务接待费",
        "③公务接待费",
        "其中：公务接待费",
        "其中：（1）公务接待费",
        "其中: 1.公务接待费",
        "2130314公务接待费",
        "2130314（公务接待费）",
    ],
)
def test_what_numbers_a_row_is_no_part_of_its_name(label):
    assert canonical(label) == "公务接待费"


@pytest.mark.parametrize("label", ["部门收支总预算", "本单位收支总预算", "2030年部门收支总预算"])
def test_whose_a_total_is_is_no_part_of_its_name(label):
    assert canonical(label) == canonical("收支总预算")

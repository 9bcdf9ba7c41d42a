"""Document numbers in a question, whatever brackets are typed: 国办发〔2018〕45号, 国办发2018 45号文, 沪府令第9号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

FIRST_STAND_IN = 0xE000
"""Numbers are replaced by single letters of Unicode's private area, so that the linker takes each as a whole."""

ISSUER = r"[一-鿿]{2,10}人民政府令|[国中沪苏浙京粤津渝皖鲁闽赣豫鄂湘川黔滇陕甘青蒙桂藏宁新冀晋辽吉黑琼财建教档发][一-鿿]{0,7}?"
YEARED = r"\s*[〔\[(【<{]?\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[〕\])】>}]?\s*第?\s*0*(?P<serial>\d{1,4})\s*(?:号文件?|号|文(?!件))?"
ORDER = r"\s*第?\s*0*(?P<order>\d{1,4})\s*号(?:文件?)?"


def numbers_in(question: str, issuers: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """The question with each document number replaced by one letter, and what the letters stand for.

    `issuers` are the issuers' short forms that the documents know; others are recognised by their first letter.
    """
    known = "|".join(re.escape(issuer) for issuer in sorted(issuers, key=len, reverse=True) if issuer)
    issuer = f"(?P<issuer>{known}|{ISSUER})" if known else f"(?P<issuer>{ISSUER})"
    pattern = re.compile(f"{issuer}(?:{YEARED}|{ORDER})")
    found: dict[str, str] = {}

    def stand_in(match: re.Match[str]) -> str:
        letter = chr(FIRST_STAND_IN + len(found))
        number = f"〔{match['year']}〕{match['serial']}号" if match["year"] else f"{match['order']}号"
        found[letter] = match["issuer"] + number
        return letter

    return pattern.sub(stand_in, unicodedata.normalize("NFKC", question)), found

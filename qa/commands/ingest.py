"""`ingest`: files and folders into the store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from index import EncoderError
from qa.commands.terminal import Tick, progress, show, tell

if TYPE_CHECKING:
    from corpus.document import Document
    from index import DocumentRecord, Store


def run(store: Store, read: Callable[[Path], Document], paths: Sequence[str]) -> int:
    """Take files and folders in, say what became of each, and return how many are now in the store.

    A file that cannot be read is named with the reason, and the rest goes in. Of two files of one name the
    first is taken: the store knows documents by their file name.
    """
    taken: dict[str, Path] = {}
    known = {record.name: record for record in store.records()}
    files = tuple(dict.fromkeys(_files(paths)))
    for number, file in enumerate(files, start=1):
        first = taken.get(file.name)
        if first is not None:
            tell(f"{file}: not taken, {first} has the same file name; rename one of them")
            continue
        try:
            if _is_unchanged(file, known.get(file.name)):
                show(f"未变  {file.name}")
            else:
                with progress(f"{number}/{len(files)} {file.name}"):
                    record = store.add(read(file), file.read_bytes())
                show(f"{'更新' if file.name in known else '收入'}  {file.name}  {_summary(record)}")
        except CorpusError as error:
            tell(str(error))
        else:
            taken[file.name] = file
    return len(taken)


def embed(ensure: Callable[[Tick], None]) -> None:
    """Prepare the search by meaning; without its model the documents are still found by their words."""
    try:
        with progress("建立语义索引 embedding") as tick:
            ensure(tick)
    except EncoderError as error:
        tell(f"no search by meaning: {error}")


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = [file for file in sorted(path.rglob("*")) if file.is_file() and not _is_hidden(file, path)]
        if not found:
            tell(f"{path}: no file in this folder")
        yield from found


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _is_unchanged(file: Path, known: DocumentRecord | None) -> bool:
    return known is not None and known.digest == _digest(file)


def _digest(file: Path) -> str | None:
    """The SHA-256 of the file's bytes, or None where it cannot be read: reading it then says why."""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return None


def _summary(record: DocumentRecord) -> str:
    unproven = f"，{record.uncertain} 格未证实" if record.uncertain else ""
    recognised = f"，{len(record.recognised)} 页扫描件由程序识别" if record.recognised else ""
    pages = "、".join(map(str, record.unread))
    unread = f"；第 {pages} 页是图片，没有读：安装 budget-qa[ocr]，移除这份文件再收" if pages else ""
    return f"{record.tables} 张表，{record.facts} 个数{unproven}{recognised}{unread}"

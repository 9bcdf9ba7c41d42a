"""The command line: `budget-qa COMMAND`; results on standard output, everything else on standard error.

Exit status: 0, also for a question that is declined; 2 where a call could not be carried out; 130 when it was
interrupted; 141 when whoever read the output went away.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qa.commands.parser import STORE_SETTING, command_line
from qa.commands.terminal import prepare_streams, show_json, tell
from qa.errors import QaError
from qa.scoping.chosen import chosen, the_document

if TYPE_CHECKING:
    from qa.engine import Engine

DONE, FAILED, INTERRUPTED, UNREAD = 0, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status; `argv` is without the program's name."""
    prepare_streams()
    try:
        status = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return UNREAD
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _drop_output()
        tell(f"error: {error.filename or 'output'}: {error.strerror or error}")
        return FAILED
    except _expected() as error:
        tell(f"error: {error}")
        return FAILED
    return status


def _run(argv: Sequence[str] | None) -> int:
    try:
        args = command_line().parse_args(argv)
    except SystemExit as done:  # after --help or --version: errors are raised as UsageError
        return int(done.code or 0)
    return COMMANDS[args.command](args)


def _expected() -> tuple[type[Exception], ...]:
    """What may go wrong with a call; looked up only then, since the packages below are slow to import."""
    from corpus.errors import CorpusError
    from index import EncoderError, StoreError

    return QaError, CorpusError, StoreError, EncoderError


def _drop_output() -> None:
    """Let go of what cannot be written, which the interpreter would try, and complain about, once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_engine(store: str | None) -> Engine:
    """The engine over the store that is named, else the one of the environment, else the default one."""
    from qa.commands.terminal import lines
    from qa.engine import Engine

    return Engine.open(chosen_store(store), lines("建立语义索引 embedding"))


def chosen_store(named: str | None) -> str | None:
    """The store that is named, else the one of the environment; None is the default one."""
    return named or os.environ.get(STORE_SETTING) or None


def _ask(args: argparse.Namespace) -> int:
    from qa.answer import as_json
    from qa.commands import asking

    answer = open_engine(args.store).ask(" ".join(args.question), (), args.document)
    if args.json:
        show_json(asking.explained_json(answer) if args.explain else as_json(answer))
        return DONE
    asking.show_answer(answer)
    if args.explain:
        asking.show_explanation(answer)
    return DONE


def _batch(args: argparse.Namespace) -> int:
    from qa.commands import batch

    batch.run(open_engine(args.store).ask, args.questions, args.output)
    return DONE


def _evaluate(args: argparse.Namespace) -> int:
    from qa.commands import evaluate
    from qa.tally import report

    gold = evaluate.read_gold(args.gold)
    if args.answers is None:
        verdicts = evaluate.judge_engine(open_engine(args.store).ask, gold)
    else:
        verdicts = evaluate.judge_answers(args.answers, gold)
    if args.json:
        show_json(report(verdicts))
    else:
        evaluate.show_report(verdicts)
    return DONE


def _ingest(args: argparse.Namespace) -> int:
    from corpus import guarded_reader
    from qa.commands import ingest

    engine = open_engine(args.store)
    with guarded_reader() as read:
        count = ingest.run(engine.store, read, args.paths)
    if not count:
        return FAILED
    ingest.embed(engine.prepare)
    return DONE


def _documents(args: argparse.Namespace) -> int:
    from qa.commands import library

    records = open_engine(args.store).store.records()
    if args.json:
        show_json([library.record_json(record) for record in records])
    else:
        library.show_records(records)
    return DONE


def _tables(args: argparse.Namespace) -> int:
    from qa.commands import tables

    store = open_engine(args.store).store
    document = store.load(the_document(store, args.document).id)
    match args.format:
        case "csv":
            tables.write_csv(document.tables, sys.stdout)
        case "json":
            tables.write_json(document)
        case _:
            tables.write_markdown(document)
    return DONE


def _audit(args: argparse.Namespace) -> int:
    from corpus.audit import audit_document
    from qa.commands import audit

    store = open_engine(args.store).store
    records = chosen(store, args.document)
    found = [(record.name, audit_document(store.load(record.id))) for record in records]
    if args.json:
        show_json([audit.finding_json(name, finding) for name, findings in found for finding in findings])
    else:
        for name, findings in found:
            audit.show_findings(name, findings)
    return DONE


def _remove(args: argparse.Namespace) -> int:
    from qa.commands import library

    library.remove(open_engine(args.store).store, args.document)
    return DONE


def _feedback(args: argparse.Namespace) -> int:
    from index import all_feedback
    from qa.commands import feedback

    given = all_feedback(open_engine(args.store).store)
    if args.json:
        show_json([feedback.feedback_json(number, one) for number, one in given])
    elif args.gold:
        for number, one in given:
            show_json(feedback.gold_line(number, one))
    else:
        feedback.show_feedback(given)
    return DONE


def _serve(args: argparse.Namespace) -> int:
    from qa.serve.server import listen, serve
    from qa.serve.settings import Settings

    settings = Settings.read(host=args.host, port=args.port)
    serve(listen(settings), settings, chosen_store(args.store))
    return DONE


def _mcp(args: argparse.Namespace) -> int:
    from qa.serve.mcp import create_server
    from qa.serve.service import Service
    from qa.serve.settings import Settings

    create_server(Service.open(chosen_store(args.store), Settings.read())).run("stdio")
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "ask": _ask,
    "batch": _batch,
    "evaluate": _evaluate,
    "ingest": _ingest,
    "documents": _documents,
    "tables": _tables,
    "audit": _audit,
    "remove": _remove,
    "feedback": _feedback,
    "serve": _serve,
    "mcp": _mcp,
}


if __name__ == "__main__":
    sys.exit(main())

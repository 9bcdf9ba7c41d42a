"""The arguments of the command line."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from qa.errors import UsageError

DISTRIBUTION = "budget-qa"

STORE_SETTING = "BUDGET_QA_STORE"
"""The environment variable that names the store where `--store` is not given."""

DOCUMENT_HELP = "文件名、标题，或其中独有的一部分 a file name, a title, or a unique part of one"
JSON_HELP = "输出 JSON，供脚本使用 JSON for scripts"


class OneLineParser(argparse.ArgumentParser):
    """A parser that raises what is wrong with the arguments as one line."""

    def error(self, message: str) -> NoReturn:
        """Raise the parser's complaint.

        Raises:
            UsageError: always.

        """
        raise UsageError(f"{message}; see `{self.prog} --help`")


def installed_version() -> str:
    """The program's version; it has none where it runs without being installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "(not installed)"


class ShowVersion(argparse.Action):
    """Prints the installed version, which is looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Print the version and end."""
        sys.stdout.write(f"{DISTRIBUTION} {installed_version()}\n")
        parser.exit()


def command_line() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` holds the command's name."""
    parser = OneLineParser(
        prog=DISTRIBUTION,
        description="政府预算、决算文件问答，每个数字都有出处。"
        " Questions over public budgets, every figure with its source.",
        epilog="各命令的用法 the options of a command: budget-qa COMMAND --help",
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="显示版本 show the version")
    parser.add_argument(
        "--store",
        metavar="PATH_OR_URL",
        help=f"资料库文件夹，也可用环境变量 {STORE_SETTING} 指定；默认在用户数据目录"
        " the store's folder, else that of the variable, else one in the user's data folder",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _ask(_command(commands, "ask", "回答一个问题 answer one question"))
    _batch(_command(commands, "batch", "逐行回答文件里的问题 answer a file of questions, one a line"))
    _evaluate(_command(commands, "evaluate", "对照标准答案评分 score answers against a gold file"))
    _ingest(_command(commands, "ingest", "收入文件 take documents into the store"))
    _documents(_command(commands, "documents", "列出已收的文件 list the store's documents"))
    _tables(_command(commands, "tables", "输出文件里的表格 print a document's tables"))
    _audit(_command(commands, "audit", "核对文件里的数字 hold a document's figures against each other"))
    _remove(_command(commands, "remove", "移除文件 take a document out of the store"))
    _feedback(_command(commands, "feedback", "列出用户对答案的评价 list what people said of answers"))
    _serve(_command(commands, "serve", "打开网页、HTTP 接口和 MCP open the page, the HTTP interface and MCP"))
    _command(
        commands,
        "mcp",
        "以 MCP 工具供大语言模型调用（标准输入输出） answer a language model's tool calls over stdio",
    )
    return parser


def _command(commands: argparse._SubParsersAction[OneLineParser], name: str, says: str) -> OneLineParser:
    return commands.add_parser(name, help=says, description=says)


def _ask(parser: OneLineParser) -> None:
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="问题 the question")
    _json(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="显示问题读成了什么查询 show the typed query and how the words were read",
    )
    parser.add_argument(
        "--document", metavar="NAME", help=f"只问这份文件 ask this document only: {DOCUMENT_HELP}"
    )


def _batch(parser: OneLineParser) -> None:
    parser.add_argument(
        "questions",
        metavar="QUESTIONS.jsonl",
        help="每行一个 JSON 对象 an object a line: id, question, history, document;"
        ' "-" 为标准输入 is standard input',
    )
    parser.add_argument(
        "-o", dest="output", metavar="ANSWERS.jsonl", help="答案文件 (默认标准输出 default: stdout)"
    )


def _evaluate(parser: OneLineParser) -> None:
    parser.add_argument("gold", metavar="GOLD.jsonl", help="标准答案文件 the gold file")
    parser.add_argument("--answers", metavar="ANSWERS.jsonl", help="评这些答案 score these answers instead")
    _json(parser)


def _ingest(parser: OneLineParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="FILE_OR_FOLDER", help="文件或文件夹 files and folders")


def _documents(parser: OneLineParser) -> None:
    _json(parser)


def _tables(parser: OneLineParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help=DOCUMENT_HELP)
    parser.add_argument(
        "--format",
        choices=("csv", "json", "markdown"),
        default="markdown",
        help="格式 (默认 default: markdown)",
    )


def _audit(parser: OneLineParser) -> None:
    parser.add_argument(
        "document", nargs="?", metavar="DOCUMENT", help=f"{DOCUMENT_HELP} (默认全部 default: all)"
    )
    _json(parser)


def _remove(parser: OneLineParser) -> None:
    parser.add_argument("document", metavar="DOCUMENT", help=DOCUMENT_HELP)


def _feedback(parser: OneLineParser) -> None:
    form = parser.add_mutually_exclusive_group()
    _json(form)
    form.add_argument(
        "--gold",
        action="store_true",
        help="输出标准答案行，供 evaluate 使用 lines of a gold file for evaluate",
    )


def _serve(parser: OneLineParser) -> None:
    parser.add_argument(
        "--host", metavar="HOST", help="监听的地址 (默认 default: 127.0.0.1) the address to listen at"
    )
    parser.add_argument(
        "--port", type=int, metavar="PORT", help="端口 (默认 default: 7860); 0 为任意空闲端口 is a free one"
    )


def _json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help=JSON_HELP)

"""`python app.py` opens the page, the HTTP interface and MCP: it is `budget-qa serve`."""

from __future__ import annotations

import sys

from qa.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))

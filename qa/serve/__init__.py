"""The program as a server: HTTP and MCP over one engine; only the command line imports this, when it serves."""

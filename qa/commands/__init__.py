"""The commands of the command line, one module a group; what they need is imported when a command runs."""

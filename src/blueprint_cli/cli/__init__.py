"""The command line: parses, calls, prints; computes nothing. `commands/NAME.py` is `blueprint NAME`."""

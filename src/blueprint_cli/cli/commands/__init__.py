"""One file a command: a function `command` with annotated parameters that returns an exit code (or None for 0)."""

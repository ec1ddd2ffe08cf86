"""One file a format of `lint`: `concise.py` is `--format concise`, with `render(checked, *, color, width) -> str`."""

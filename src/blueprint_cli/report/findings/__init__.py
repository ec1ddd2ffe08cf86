"""One file a format of `lint`: `concise.py` is `--format concise`, with `render(outcome, *, color, width) -> str`.

A format that needs the texts of the files says `NEEDS_TEXT = True`.
"""

"""One file a format of `lint`: `concise.py` is `--format concise`, with `render(outcome, *, color, width)`.

It gives the text in pieces, so that a long report is never held whole. A format that needs the texts of the files says
`NEEDS_TEXT = True`; one that shows fingerprints says `NEEDS_FINGERPRINTS = True`. One that can tell how often each rule
speaks has `statistics(outcome, *, color, width)`, too.
"""

"""One file a rule: `missing_owner.py` is the rule `missing-owner`.

A rule's docstring is its page: a first line that says what it finds, why that hurts, what to do, and two blueprints,
`Bad:` and `Good:`, that the tests run. The constants CODE, ABOUT and SEVERITY say the rest; `check` yields problems.
A rule that the loader raises has no `check`; one with ON_CATALOGUES = True also looks at catalogues.
"""

"""
Small changes to the rules, one at a time, and whether a test notices: `make mutation`.

`mutants` finds every place where a rule could be another, `ground` copies the project and knows which tests run a line,
and `__main__` draws some by seed, tries them and tells which nobody noticed.
"""

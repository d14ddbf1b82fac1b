"""
Small faults put into the code on purpose, to see whether a test notices each: `make mutation`.

`python_code` and `sql_code` find every place where a fault can be made, `reach` finds the tests that come by a line,
`trial` runs them on a copy of the project with one fault in it, and `__main__` draws faults and tells what was caught.
A fault that changes nothing anybody can see stands in `ligestillede.yaml` with the argument for it.
"""

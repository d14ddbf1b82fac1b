"""
Where patients live and where they are treated, and coverage when it follows them (speciale 51, bilag 4).

A patient is counted once in every clinic area that has treated him or her, so a sum over clinic areas counts visits of
a person to different areas, not persons.
"""

"""How well the areas are covered with physiotherapy: the measures, and the classes that a map shows them in."""

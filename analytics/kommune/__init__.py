"""One kommune: all that the papers say of it, and its figures beside the others'."""

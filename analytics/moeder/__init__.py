"""KKR Hovedstadens møder: what is asked of whom, by when, what became of it, and what it would cost each kommune."""

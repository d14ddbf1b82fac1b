"""Danish as it is written: figures, quantities, dates, sentences and the alphabet, one way to write each."""

"""Theme, letters and spacing, and what the reader chose of them."""

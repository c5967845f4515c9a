"""Articles that come in: their preview, how far it is, what became of them."""

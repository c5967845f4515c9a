"""How actions are reached: the sheet of keys, changing them, the palette, what each one calls."""

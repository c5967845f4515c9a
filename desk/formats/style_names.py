"""The names that writing programs give to styles, where a name alone says what a text is."""

PREFORMATTED = ("HTML Preformatted", "Preformatted Text", "Source Code")
"""Word's own, LibreOffice's and pandoc's: paragraphs whose spaces and line ends matter"""

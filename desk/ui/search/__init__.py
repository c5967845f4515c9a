"""Searching the whole desk: the field's help, results, saved searches, tagging what was found."""

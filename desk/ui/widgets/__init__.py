"""Widgets and drawings that know nothing of the desk, shared by all that follow."""

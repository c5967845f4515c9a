"""Desks and exports as files, and what to do where one cannot be opened."""

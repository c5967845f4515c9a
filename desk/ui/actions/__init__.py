"""The table of all that can be done, made into QActions with their keys."""

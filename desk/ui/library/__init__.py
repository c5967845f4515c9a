"""The library: articles and folders, in order, filtered, opened, moved."""

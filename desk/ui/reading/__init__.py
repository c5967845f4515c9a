"""What acts on the open article: opening, finding, the outline, links in it."""

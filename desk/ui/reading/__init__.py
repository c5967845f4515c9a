"""What acts on the open article: opening, finding, the outline, what stands out in it."""

"""Tags put on the target: by keys, by the bar of the mouse, by the tag box."""

"""What the window tells: messages, the status line, the screen reader, the report of a bug."""

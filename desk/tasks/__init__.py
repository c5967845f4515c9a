"""What the window and the command line do alike: starters, import, export."""

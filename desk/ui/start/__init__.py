"""What is settled before there is a window: the screen, the language, the one window of a desk."""

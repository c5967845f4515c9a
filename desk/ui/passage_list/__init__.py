"""All passages and notes of the desk in one list."""

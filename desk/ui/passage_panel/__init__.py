"""The selected passage: its quote, tags and note, and all notes while they are typed."""

"""The desk as a SQLite file: schema, journal, and one module for each noun."""

"""The tables of a desk, as literal SQL, and the versions they went through.

A change to a table is a new entry in `MIGRATIONS` with a higher `VERSION`; a released entry is
never edited. `TABLES`, `INDEXES`, `SEARCH` and `VIEWS` always describe the newest version.
"""

import sqlite3
from collections.abc import Callable, Mapping
from functools import cache

APPLICATION_ID = 0x4445534B  # "DESK"
VERSION = 1

TABLES = """
CREATE TABLE coders (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0)
) STRICT;
CREATE TABLE folders (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  parent_id INTEGER REFERENCES folders(id),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  CHECK (parent_id IS NOT id)
) STRICT;
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  title TEXT NOT NULL CHECK (length(trim(title)) > 0),
  author TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  encoding TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'unread' CHECK (status IN ('unread', 'reading', 'done')),
  words INTEGER NOT NULL DEFAULT 0 CHECK (words >= 0),
  folder_id INTEGER REFERENCES folders(id) ON DELETE SET NULL,
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  styles TEXT NOT NULL DEFAULT '[]',
  text TEXT NOT NULL CHECK (length(text) > 0)
) STRICT;
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
  quote TEXT NOT NULL CHECK (length(quote) > 0),
  prefix TEXT NOT NULL CHECK (length(prefix) <= 32),
  suffix TEXT NOT NULL CHECK (length(suffix) <= 32),
  coder_id INTEGER NOT NULL REFERENCES coders(id),
  created TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  name TEXT NOT NULL
    CHECK (length(trim(name)) > 0 AND length(name) <= 200 AND instr(name, ';') = 0),
  parent_id INTEGER REFERENCES tags(id),
  colour TEXT NOT NULL CHECK (colour GLOB '#[0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F][0-9A-F]'),
  pattern TEXT NOT NULL DEFAULT 'solid' CHECK (pattern IN ('solid', 'dash', 'dot')),
  description TEXT NOT NULL DEFAULT '',
  number_key INTEGER UNIQUE CHECK (number_key BETWEEN 0 AND 9),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  CHECK (parent_id IS NOT id)
) STRICT;
CREATE TABLE passage_tags (
  passage_id INTEGER NOT NULL REFERENCES passages(id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
  created TEXT NOT NULL,
  PRIMARY KEY (passage_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE CHECK (length(guid) = 36),
  body TEXT NOT NULL CHECK (length(trim(body)) > 0),
  passage_id INTEGER UNIQUE REFERENCES passages(id) ON DELETE CASCADE,
  article_id INTEGER UNIQUE REFERENCES articles(id) ON DELETE CASCADE,
  tag_id INTEGER UNIQUE REFERENCES tags(id) ON DELETE CASCADE,
  coder_id INTEGER NOT NULL REFERENCES coders(id),
  created TEXT NOT NULL,
  changed TEXT NOT NULL,
  CHECK ((passage_id IS NOT NULL) + (article_id IS NOT NULL) + (tag_id IS NOT NULL) <= 1)
) STRICT;
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  coder TEXT NOT NULL,
  place TEXT,
  merge TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
  inverse TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;
CREATE TABLE settings (
  key TEXT PRIMARY KEY CHECK (length(key) > 0),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX folders_parent ON folders(parent_id);
CREATE INDEX articles_folder ON articles(folder_id);
CREATE INDEX articles_listing
  ON articles(title, author, published, source, status, folder_id);
CREATE INDEX articles_sha256 ON articles(sha256);
CREATE INDEX passages_article ON passages(article_id, start, "end" DESC);
CREATE UNIQUE INDEX tags_place ON tags(ifnull(parent_id, 0), name);
CREATE INDEX tags_parent ON tags(parent_id);
CREATE INDEX passage_tags_tag ON passage_tags(tag_id);
CREATE INDEX history_state ON history(state, id);
"""

RULES = """
CREATE TRIGGER articles_text_is_final BEFORE UPDATE OF text, styles, sha256 ON articles
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;
"""

# Each search index follows one table: its columns, and nothing else, are copied into FTS5.
SEARCH_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "articles": ("title", "text"),
    "passages": ("quote",),
    "notes": ("body",),
}


def _search_sql(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    fts = f"{table}_fts"
    remove = f"INSERT INTO {fts}({fts}, rowid, {names}) VALUES ('delete', old.id, {old});"
    insert = f"INSERT INTO {fts}(rowid, {names}) VALUES (new.id, {new});"
    return f"""
CREATE VIRTUAL TABLE {fts} USING fts5({names}, content='{table}', content_rowid='id',
  tokenize="unicode61 remove_diacritics 2");
CREATE TRIGGER {fts}_insert AFTER INSERT ON {table} BEGIN {insert} END;
CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN {remove} END;
CREATE TRIGGER {fts}_update AFTER UPDATE OF {names} ON {table} BEGIN {remove} {insert} END;
"""


SEARCH = "".join(_search_sql(table, columns) for table, columns in SEARCH_COLUMNS.items())

# "/" inside a name is written "\/", so a path can be taken apart again.
_PATHS = r"""
WITH RECURSIVE paths(id, path) AS (
  SELECT id, replace(name, '/', '\/') FROM tags WHERE parent_id IS NULL
  UNION ALL
  SELECT tags.id, paths.path || '/' || replace(tags.name, '/', '\/')
  FROM tags JOIN paths ON tags.parent_id = paths.id
)"""

_ARTICLE_COLUMNS = """passages.guid AS passage_id, articles.guid AS article_id,
  articles.title AS article_title, articles.author AS article_author,
  articles.published AS article_date, articles.source AS article_source"""

_PASSAGE_COLUMNS = """passages.quote AS quote, ifnull(notes.body, '') AS note,
  passages.start AS start, passages."end" AS "end", passages.paragraph AS paragraph,
  passages.prefix AS prefix, passages.suffix AS suffix, coders.name AS coder,
  passages.created AS created, passages.changed AS changed"""

_PASSAGE_JOINS = """passages
  JOIN articles ON articles.id = passages.article_id
  JOIN coders ON coders.id = passages.coder_id
  LEFT JOIN notes ON notes.passage_id = passages.id"""

VIEWS = f"""
CREATE VIEW passage_list AS {_PATHS},
tagged(passage_id, tags) AS (
  SELECT passage_id, group_concat(path, '; ') FROM (
    SELECT passage_tags.passage_id AS passage_id, paths.path AS path
    FROM passage_tags JOIN paths ON paths.id = passage_tags.tag_id
    ORDER BY passage_tags.passage_id, paths.path COLLATE NOCASE, paths.path)
  GROUP BY passage_id
)
SELECT {_ARTICLE_COLUMNS}, ifnull(tagged.tags, '') AS tags, {_PASSAGE_COLUMNS}
FROM {_PASSAGE_JOINS}
  LEFT JOIN tagged ON tagged.passage_id = passages.id
ORDER BY articles.id, passages.start, passages."end" DESC, passages.id;

CREATE VIEW tagged_passages AS {_PATHS}
SELECT {_ARTICLE_COLUMNS}, ifnull(tags.name, '') AS tag, ifnull(paths.path, '') AS tag_path,
  ifnull(tags.colour, '') AS tag_colour, {_PASSAGE_COLUMNS}
FROM {_PASSAGE_JOINS}
  LEFT JOIN passage_tags ON passage_tags.passage_id = passages.id
  LEFT JOIN tags ON tags.id = passage_tags.tag_id
  LEFT JOIN paths ON paths.id = tags.id
ORDER BY articles.id, passages.start, passages."end" DESC, passages.id,
  paths.path COLLATE NOCASE, paths.path;
"""

# From the version before to the one named; each runs inside one transaction.
MIGRATIONS: Mapping[int, str] = {1: TABLES + INDEXES + RULES + SEARCH + VIEWS}


def statements(script: str) -> list[str]:
    """Split SQL into statements; `executescript` would commit the caller's transaction."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def migrate(connection: sqlite3.Connection, before: Callable[[], None] = lambda: None) -> None:
    """Bring the file to `VERSION` in one transaction; `before` runs if there is work to do.

    The file is the old version or the new one, whole, wherever the power goes.
    """
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == VERSION:
        return
    before()
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(found + 1, VERSION + 1):
            for statement in statements(MIGRATIONS[version]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def signature(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Return name -> (type, SQL) of everything in the file's schema."""
    rows = connection.execute("SELECT name, type, ifnull(sql, '') FROM sqlite_schema")
    return {name: (kind, sql) for name, kind, sql in rows}


@cache
def expected_signature() -> Mapping[str, tuple[str, str]]:
    """Return the signature of a desk that nobody has tampered with."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(fresh)
        return signature(fresh)
    finally:
        fresh.close()

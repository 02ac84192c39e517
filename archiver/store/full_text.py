"""The index of words. Its content is external (FTS5, 4.4.3): the words are indexed, the text is stored once, in `documents`."""

from sqlite_utils import Database

from archiver.models.tokenizer import ARGUMENTS, Tokenizer
from archiver.store.rows import value

TRIGGERS = (
    """
CREATE TRIGGER documents_ai AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, title, author, text) VALUES (new.id, new.title, new.author, new.text);
END""",
    """
CREATE TRIGGER documents_ad AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, author, text)
    VALUES ('delete', old.id, old.title, old.author, old.text);
END""",
    """
CREATE TRIGGER documents_au AFTER UPDATE OF title, author, text ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, author, text)
    VALUES ('delete', old.id, old.title, old.author, old.text);
    INSERT INTO documents_fts (rowid, title, author, text) VALUES (new.id, new.title, new.author, new.text);
END""",
)


def full_text(tokenizer: Tokenizer) -> str:
    """The statement that makes the index."""
    return f"""
CREATE VIRTUAL TABLE documents_fts USING fts5 (
    title, author, text,
    content="documents", content_rowid='id', tokenize='{ARGUMENTS[tokenizer]}'
)"""


def tokenizer_of(db: Database, schema: str = "main") -> Tokenizer:
    """How the texts of a database are taken apart."""
    made = value(db, f"SELECT sql FROM {schema}.sqlite_master WHERE name = 'documents_fts'") or ""  # noqa: S608
    return next(each for each in Tokenizer if f"tokenize='{ARGUMENTS[each]}'" in made)


def retokenize(db: Database, tokenizer: Tokenizer) -> None:
    """Make the index anew, if it is another's; whole or not at all. Nothing else is read again."""
    if tokenizer_of(db) is tokenizer:
        return
    with db.atomic():
        db.execute("DROP TABLE documents_fts")
        db.execute(full_text(tokenizer))
        db.execute("INSERT INTO documents_fts (documents_fts) VALUES ('rebuild')")

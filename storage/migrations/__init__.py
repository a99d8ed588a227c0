"""The migrations, oldest first. The list is here so that it can be read without importing Alembic.

To write one, change `storage/schema.py`, run `python -m storage.migrations.draft 0005 what it is for`, read
what it wrote (SQLite makes a changed table anew, see `_changing` in 0002), and add its number below. Put into
`tests/storage/older` what fills a database of the revision before. One that has landed is not changed.
"""

REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]
VERSION_TABLE = "redvest_revision"  # a name of our own, so that nobody else's database is taken for ours

"""The migrations, oldest first. The list is here so that it can be read without importing Alembic.

To write one, change `storage/schema.py`, run `python -m storage.migrations.draft 0002 what it is for`, read
what it wrote, and add its number below. Until the first release there is one only: remove
`versions/0001_ground.py` and run `python -m storage.migrations.draft 0001 ground`.
"""

REVISIONS = ("0001", "0002")
HEAD = REVISIONS[-1]
VERSION_TABLE = "redvest_revision"  # a name of our own, so that nobody else's database is taken for ours

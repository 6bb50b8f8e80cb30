"""What a store's folder holds, to be searched for what must not be there."""

import duckdb


def everything(folder):
    """All bytes of the store, and all that its Parquet files and snapshots hold, as text."""
    texts = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        texts += [file.name, file.read_bytes().decode("latin-1")]
        if file.suffix == ".parquet":
            texts.append(repr(duckdb.execute("from read_parquet(?)", [str(file)]).fetchall()))
        if file.suffix == ".duckdb":
            with duckdb.connect(str(file), read_only=True) as connection:
                tables = connection.execute(
                    "select schema_name, table_name from duckdb_tables() where not internal"
                ).fetchall()
                texts += [repr(connection.execute(f'from "{schema}"."{table}"').fetchall()) for schema, table in tables]
    return "\n".join(texts)

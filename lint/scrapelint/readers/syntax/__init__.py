"""How records are written: cells of tables, strings of JSON, text between tags, and where they are."""

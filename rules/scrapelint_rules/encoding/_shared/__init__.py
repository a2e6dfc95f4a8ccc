"""What several rules of this family ask: anomalies of a text, tables of encodings, fields of a record."""

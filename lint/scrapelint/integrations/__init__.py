"""The same rules inside other programs: Arrow, Spark, tables, and pipelines that prepare training data."""

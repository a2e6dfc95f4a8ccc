"""The same rules inside other programs: Arrow, Spark, Ray, tables, and pipelines that prepare training data."""

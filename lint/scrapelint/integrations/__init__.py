"""The same rules inside other programs: Arrow, Spark, datatrove."""

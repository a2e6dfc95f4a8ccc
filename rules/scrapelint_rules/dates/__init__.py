"""Dates and times that do not agree: with the calendar, with each other, or with what the scraper said."""

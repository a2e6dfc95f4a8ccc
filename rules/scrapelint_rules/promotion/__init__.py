"""The site promoting itself: newsletters, apps, advertising, appeals."""

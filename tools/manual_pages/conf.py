"""How Sphinx shows the manual; tools/manual.py runs it."""

from scrapelint.resources.addresses import MANUAL_URL, REPOSITORY_URL
from scrapelint.resources.version import __version__

project = "scrapelint"
author = "the scrapelint authors"
version = release = __version__
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 4  # named as GitHub names them
smartquotes = False  # options begin with two hyphens
suppress_warnings = ["misc.highlighting_failure"]  # a broken record of a sample is no JSON

html_theme = "furo"
html_title = f"scrapelint {__version__}"
html_baseurl = MANUAL_URL
html_static_path = ["static"]
html_css_files = ["article.css", "manual.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_theme_options = {
    "footer_icons": [{"name": "Repository", "url": REPOSITORY_URL, "html": "Repository", "class": ""}]
}

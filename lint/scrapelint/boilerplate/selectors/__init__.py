"""Where in the page of an article a shared line stands: an XPath that finds it in the other pages of the site, too."""

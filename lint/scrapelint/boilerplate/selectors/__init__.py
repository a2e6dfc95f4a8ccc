"""Where in the page of an article a shared line is: an XPath that finds it in the other pages of the site, too."""

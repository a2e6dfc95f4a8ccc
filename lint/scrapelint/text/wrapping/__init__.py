"""Lines that a program broke: at a width, at links, or at a number of characters; and the paragraphs that they were."""

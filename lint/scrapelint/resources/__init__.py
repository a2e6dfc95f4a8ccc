"""What is installed with the program: data files, optional libraries, the version."""

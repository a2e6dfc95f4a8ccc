"""What is installed with the program: data files, optional libraries, addresses, the version."""

"""What several commands share: options, the console, progress, inputs and outputs."""

"""What people read: on a terminal, in colours, in width."""

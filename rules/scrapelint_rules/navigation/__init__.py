"""Navigation: menus, share bars, links to other stories."""

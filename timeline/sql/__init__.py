"""SQL by hand, for what the ORM cannot say in one statement."""

"""What people see: one file answers one question."""

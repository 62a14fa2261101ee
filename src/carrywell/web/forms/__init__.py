"""One form a file: reads what was posted, gives a new case or the errors beside their fields."""

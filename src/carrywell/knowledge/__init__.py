"""The only reader of `kb/`: strict, with file, line and column in every fault; and the compiled bundle."""

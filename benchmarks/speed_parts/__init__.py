"""The parts of the benchmark of speed."""

"""Level 4: the only floor with files, clock, environment and network: build, publish, serve, report, command line."""

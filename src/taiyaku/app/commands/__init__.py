"""The commands: what each is called with. What it needs to run is imported only then, so that help is instant."""

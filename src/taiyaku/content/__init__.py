"""Level 2: files of a project read into the library, with every problem collected."""

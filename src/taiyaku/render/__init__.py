"""Level 3: planned pages into bytes; catalogs, markup, formats, templates, sitemap, and the look at the links."""

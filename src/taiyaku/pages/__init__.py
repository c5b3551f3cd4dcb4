"""Level 2: a page is a plan first: its address, its template, and a view of plain facts that the template may see."""

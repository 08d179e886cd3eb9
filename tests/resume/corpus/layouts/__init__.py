"""How résumés are set: one module for each tool or family of templates."""

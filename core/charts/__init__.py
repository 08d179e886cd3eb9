"""Pictures of figures: PNG charts in one style, drawn in the sandbox."""

"""An answer's mark: by the offline scorer, with a model's reading where there is one. Code scores, the model only reads."""

"""The Discord door."""

import warnings

with warnings.catch_warnings():  # the library imports `audioop` for voice, which is deprecated and which we do not use
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord as _library

__all__: list[str] = []
del _library

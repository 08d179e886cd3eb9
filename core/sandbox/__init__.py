"""Runs work that may hang, crash or eat memory in processes that can be killed."""

from core.sandbox.errors import Crashed, OutOfMemory, SandboxError, TimedOut
from core.sandbox.sandbox import Sandbox

__all__ = ["Crashed", "OutOfMemory", "Sandbox", "SandboxError", "TimedOut"]

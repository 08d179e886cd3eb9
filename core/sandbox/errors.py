"""How work in the sandbox can end without an answer."""


class SandboxError(Exception):
    """The work gave no answer; the sandbox itself goes on."""


class TimedOut(SandboxError):
    """The work took longer than its limit, and its process was killed."""


class OutOfMemory(SandboxError):
    """The work asked for more memory than its limit."""


class Crashed(SandboxError):
    """The process of the work died: a fault in a library, or a kill from outside."""

"""A test that reaches for the open network fails: an audit hook lets only loopback and local sockets through."""

import ipaddress
import sys

_NAMES = {"localhost", "", None, "0.0.0.0", "::"}


def _local(host: object) -> bool:
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if host in _NAMES:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and not _local(address[0]):
            raise PermissionError(f"a test reached for the network: {address[0]!r}")
    elif event == "socket.getaddrinfo" and not _local(arguments[0]):
        raise PermissionError(f"a test looked up {arguments[0]!r}")


def forbid() -> None:
    """From now on, for this process (it cannot be undone)."""
    sys.addaudithook(_watch)

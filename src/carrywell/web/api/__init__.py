"""The HTTP interface: for systems, not for browsers. It keeps nothing: docs/how-to/use-over-http.md."""

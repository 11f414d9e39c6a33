"""How the second reader says no."""


class Wrong(Exception):
    """Something is not as FORMAT.md or RULES.md say."""


def need(holds, what):
    if not holds:
        raise Wrong(what)

"""A text as its words alone, by which a row for training is known as one that is measured on."""

import re


def plain(text: str) -> str:
    """The same for two texts that differ in capitals and marks only."""
    return re.sub(r"[^a-z0-9 ]", "", text.lower()).strip()

"""The errors of the data layer, worded for the people who use the app."""


class DataError(Exception):
    """Something is wrong with the data; the message is one clear Danish sentence for the user."""


class UnknownVersion(DataError):  # noqa: N818  (reads as the sentence that it raises)
    """The asked-for version of the data is not among those that are kept."""

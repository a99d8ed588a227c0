"""Why something asked for is not done. The docstring is for us, the key is the text the person reads."""


class Refused(Exception):
    """Nothing was changed; `key` names the words that say why and what to do next."""

    key = "refused"


class TooLate(Refused):
    """The state does not allow it any more; somebody, or the same person, was faster."""

    key = "refused-too-late"


class NotYours(Refused):
    """The person has no right to it."""

    key = "refused-not-yours"


class Gone(Refused):
    """What the button belongs to is no longer there."""

    key = "refused-gone"


class WhichOffice(Refused):
    """Nobody knows where it is, and there are several offices that might find out."""

    key = "refused-which-office"


class TaskOver(Refused):
    """The task has ended."""

    key = "refused-task-over"


class PlaceTaken(Refused):
    """Every place is taken."""

    key = "refused-place-taken"


class AlreadyHeld(Refused):
    """The person holds, or has filled, a place of this task already."""

    key = "refused-already-held"


class OwnRequest(Refused):
    """Nobody volunteers for their own request."""

    key = "refused-own-request"


class TooManyClaims(Refused):
    """The person holds as many places as one may."""

    key = "refused-too-many-claims"


class TooManyRequests(Refused):
    """The resident has sent as many requests today as one may."""

    key = "refused-too-many-requests"


class NotStarted(Refused):
    """No private message reaches the person; the answer carries the link that mends it."""

    key = "refused-not-started"


class NothingSaid(Refused):
    """Words are needed and none came."""

    key = "refused-nothing-said"


class TooLong(Refused):
    """More words than anybody reads."""

    key = "refused-too-long"


class Incomplete(Refused):
    """The draft still misses something."""

    key = "refused-incomplete"


class Confidential(Refused):
    """Nothing of a confidential request is shown in a group."""

    key = "refused-confidential"


class CannotAnswer(Refused):
    """To whom it was to go cannot take it: no post there any more, or no message reaches them."""

    key = "refused-cannot-answer"


class TalkOver(Refused):
    """The request ended more than a day ago: nothing is passed on about it."""

    key = "refused-talk-over"


class BadLink(Refused):
    """The invitation is unknown, used or too old."""

    key = "refused-bad-link"


class AlreadyLinked(Refused):
    """The roster person has another account."""

    key = "refused-already-linked"


class LinkedElsewhere(Refused):
    """The account belongs to another roster person."""

    key = "refused-linked-elsewhere"


class PhoneTaken(Refused):
    """Another account has shared this number."""

    key = "refused-phone-taken"


class OtherPhone(Refused):
    """The roster knows the person by another number."""

    key = "refused-other-phone"


class OwnAccount(Refused):
    """Nobody takes their own account from themselves: nobody would be left to give them the next."""

    key = "refused-own-account"


class UploadOver(Refused):
    """The import file is being written already, or was, or was cancelled."""

    key = "refused-upload-over"


class NotLeading(Refused):
    """Only who leads the grid, or one around it, settles the matters of its group."""

    key = "refused-not-leading"


class NotBound(Refused):
    """This chat, or topic, serves no grid."""

    key = "refused-not-bound"


class NoPost(Refused):
    """Who answers for nothing need not go on leave."""

    key = "refused-no-post"


class CannotStandIn(Refused):
    """Who was to answer meanwhile cannot: away as well, out of reach, or no post there any more."""

    key = "refused-cannot-stand-in"

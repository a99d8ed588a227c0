"""What Telegram's methods have and the sandbox does not: refused, as silence would pass for success."""

from collections.abc import Iterable

from sandbox.errors import bad_request

FIELDS = {
    "allow_paid_broadcast", "business_connection_id", "certificate", "direct_messages_topic_id",
    "ephemeral_message_parameters", "heading", "inline_message_id", "ip_address", "live_period",
    "message_effect_id", "proximity_alert_radius", "receiver_user_id", "return_bots", "rich_message",
    "suggested_post_parameters",
}  # fmt: skip
IN_REPLIES = {
    "chat_id", "checklist_task_id", "ephemeral_message_id", "poll_option_id", "quote", "quote_entities",
    "quote_parse_mode", "quote_position",
}  # fmt: skip


def check(given: Iterable[str], unmodelled: set[str] = FIELDS) -> None:
    """ApiError 400 if one of the fields given is not modelled."""
    if found := unmodelled.intersection(given):
        raise bad_request(f"the sandbox does not model {', '.join(sorted(found))}")

package freshlegs.coach.tell;

/** One claimed outbox row: {@code attempt} counts this try and fences off a sender that comes back too late. */
record Message(String id, String idempotencyKey, String channel, String json, int attempt) {}

package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;

/** One claimed delivery: {@code attempt} counts this try and fences off a sender that comes back too late. */
record Delivery(long id, String key, String kind, String account, String channel, String subject, int attempt) {
    static final String ALERT = "ALERT";
    static final String DIGEST = "DIGEST";

    String channelId() {
        return channel.substring(Channels.PREFIX.length());
    }
}

package freshlegs.warehouse;

/** Who is told and how: {@code webhook} is a name and a channel at once, {@code webhook:club} a channel and a name. */
record Recipient(String name, String channel) {
    static Recipient of(String written) {
        int colon = written.indexOf(':');
        return colon < 0
                ? new Recipient(written, written)
                : new Recipient(written.substring(colon + 1), written.substring(0, colon));
    }
}

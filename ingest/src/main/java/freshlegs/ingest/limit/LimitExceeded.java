package freshlegs.ingest.limit;

/** More than is taken; the message is a sentence for the owner and names the setting. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Limit limit;

    LimitExceeded(Limit limit, String reason) {
        super(reason, null, false, false);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

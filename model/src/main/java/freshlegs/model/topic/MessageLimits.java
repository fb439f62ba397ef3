package freshlegs.model.topic;

/** How large a record may be, in one place for producers, topics, brokers and consumers. */
public final class MessageLimits {
    /** A 24-hour recording with all columns is about 2 MB before compression; 100,000 samples stay below this. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    private MessageLimits() {}
}

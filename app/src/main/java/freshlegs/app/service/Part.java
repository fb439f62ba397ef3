package freshlegs.app.service;

import freshlegs.app.rights.KafkaUser;
import java.util.Locale;

/** The parts of the pipeline, in the order of the data's way. */
public enum Part {
    INGEST("Take in files from the inbox and the spool, and publish what they hold."),
    STREAMS("Turn facts into sessions, trends, alerts and plans."),
    WAREHOUSE("Bring results into PostgreSQL, and note whom to tell."),
    COACH("Serve the coach's pages, and tell the coach of alerts.");

    private final String purpose;

    Part(String purpose) {
        this.purpose = purpose;
    }

    public String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it does, in a sentence. */
    public String purpose() {
        return purpose;
    }

    /** Who it is to Kafka. */
    public KafkaUser onKafka() {
        return switch (this) {
            case INGEST -> KafkaUser.INGEST;
            case STREAMS -> KafkaUser.STREAMS;
            case WAREHOUSE -> KafkaUser.WAREHOUSE;
            case COACH -> KafkaUser.COACH;
        };
    }

    boolean needsKafka() {
        return this != COACH;
    }

    boolean needsDatabase() {
        return this == WAREHOUSE || this == COACH;
    }
}

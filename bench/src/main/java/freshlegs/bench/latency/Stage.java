package freshlegs.bench.latency;

/** What a file goes through until its trend row stands there, and what leads from a table of answers to a message. */
public enum Stage {
    SETTLE("settle, until it has stood still and lies in the spool"),
    DECODE("decode, with ticket and queue before it"),
    PRODUCE("produce, until its recording is in Kafka"),
    SESSION("session stage, until the session is written"),
    SESSION_COMMIT("commit of the session"),
    TURN("wait for the turn in which it is folded"),
    SEASON("season stage, that turn until the trend is written"),
    SEASON_COMMIT("commit of the trend"),
    WRITE("write, until the row is seen"),
    ALERT("from the spool to the alert's message in the outbox"),
    STAND("until the alert has stood for long enough"),
    TELL("until the webhook is told");

    private final String sentence;

    Stage(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}

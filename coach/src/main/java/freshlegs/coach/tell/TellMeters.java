package freshlegs.coach.tell;

import freshlegs.coach.channel.Kind;
import freshlegs.model.topic.ClientMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What is counted of telling people; never whom. */
public final class TellMeters {
    /** The webhook of the settings. */
    static final String OPERATOR = "operator";

    private static final Duration[] WAYS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofHours(1),
        Duration.ofHours(12)
    };

    private final MeterRegistry registry;
    private final Timer fileToMessage;

    private TellMeters(MeterRegistry registry) {
        this.registry = registry;
        this.fileToMessage = Timer.builder("freshlegs.file.to.message")
                .description("From the file handed over last before an alert was noted until its message was received.")
                .serviceLevelObjectives(WAYS)
                .register(registry);
        attempts(OPERATOR, true);
        attempts(OPERATOR, false);
        for (Kind kind : Kind.values()) {
            attempts(kind.word(), true);
            attempts(kind.word(), false);
        }
    }

    public static TellMeters in(MeterRegistry registry) {
        return new TellMeters(registry);
    }

    static TellMeters unseen() {
        return in(ClientMeters.nobody());
    }

    void tried(String channel, boolean received) {
        attempts(channel, received).increment();
    }

    void arrivedAfter(Duration way) {
        fileToMessage.record(way.isNegative() ? Duration.ZERO : way);
    }

    private Counter attempts(String channel, boolean received) {
        return Counter.builder("freshlegs.delivery.attempts")
                .description("Tries to tell somebody something.")
                .tag("channel", channel)
                .tag("outcome", received ? "received" : "not-received")
                .register(registry);
    }
}

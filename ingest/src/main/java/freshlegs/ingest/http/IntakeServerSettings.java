package freshlegs.ingest.http;

import freshlegs.ingest.IntakeMeters;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.topic.ClientMeters;
import java.time.Clock;

/** Where the intake listens and how much it takes; {@code port} 0 takes a free one. */
public record IntakeServerSettings(String host, int port, Limits limits, Clock clock, IntakeMeters meters) {
    /** One of which nobody sees what it counts. */
    public IntakeServerSettings(String host, int port, Limits limits, Clock clock) {
        this(host, port, limits, clock, IntakeMeters.in(ClientMeters.nobody()));
    }

    public IntakeServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the intake needs a host to listen on, such as 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the intake's port must lie between 0 and 65535: " + port);
        }
    }
}

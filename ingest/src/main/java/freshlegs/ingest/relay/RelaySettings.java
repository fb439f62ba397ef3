package freshlegs.ingest.relay;

import freshlegs.ingest.limit.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Where the relay keeps what it knows, whom it asks, how often, and how considerately. */
public record RelaySettings(
        Path dataFolder,
        IntervalsAddress address,
        Duration interval,
        Limits limits,
        Clock clock,
        Politeness politeness) {}

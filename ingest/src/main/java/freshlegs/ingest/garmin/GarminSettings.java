package freshlegs.ingest.garmin;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where notifications are kept, the secret word in the address that Garmin is told, the client id that Garmin is expected to
 * name, and how long to wait after failures.
 */
public record GarminSettings(
        Path dataFolder,
        Secret key,
        Optional<String> clientId,
        Limits limits,
        Clock clock,
        Duration shortestWait,
        Duration longestWait,
        long seed) {

    public static GarminSettings standard(
            Path dataFolder, Secret key, Optional<String> clientId, Limits limits, Clock clock, long seed) {
        return new GarminSettings(
                dataFolder, key, clientId, limits, clock, Duration.ofSeconds(30), Duration.ofHours(1), seed);
    }
}

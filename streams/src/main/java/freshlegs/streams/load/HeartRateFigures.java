package freshlegs.streams.load;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What heart rate alone says of a session, for display: Banister's impulse, Edwards' zone load and the minutes in his five zones.
 * Only where at least 70 % of the moving time has a heart rate.
 */
public record HeartRateFigures(double trimp, double edwards, List<Double> zoneMinutes) {
    private static final double USABLE = 0.7;

    public HeartRateFigures {
        zoneMinutes = List.copyOf(zoneMinutes);
    }

    public static Optional<HeartRateFigures> of(Session session, Physiology body) {
        Histogram perBpm = session.heartRate().perBpm();
        if (session.heartRate().validShare() < USABLE || perBpm.bins() == 0) {
            return Optional.empty();
        }
        return Optional.of(new HeartRateFigures(
                Rounding.to(1, Trimp.of(perBpm, body)),
                Rounding.to(1, Edwards.of(perBpm, body)),
                Arrays.stream(Edwards.zoneMinutes(perBpm, body))
                        .mapToObj(minutes -> Rounding.to(1, minutes))
                        .toList()));
    }
}

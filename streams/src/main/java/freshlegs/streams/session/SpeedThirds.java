package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.SessionDetail.Thirds;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The mean grade-adjusted speeds of the thirds of the moving time, from {@value #SHORTEST_SECONDS} moving seconds on. */
final class SpeedThirds {
    static final int SHORTEST_SECONDS = 1200;

    private SpeedThirds() {}

    static Optional<Thirds> of(Track track) {
        Series moving = track.movingGradeAdjusted();
        double[] speeds = IntStream.range(0, moving.size())
                .filter(moving::has)
                .mapToDouble(moving::at)
                .toArray();
        return speeds.length < SHORTEST_SECONDS
                ? Optional.empty()
                : Optional.of(new Thirds(mean(speeds, 0), mean(speeds, 1), mean(speeds, 2)));
    }

    private static double mean(double[] speeds, int third) {
        return Rounding.to(
                3,
                DoubleStream.of(speeds)
                        .skip((long) third * speeds.length / 3)
                        .limit((long) (third + 1) * speeds.length / 3 - (long) third * speeds.length / 3)
                        .average()
                        .orElseThrow());
    }
}

package freshlegs.bench.facts;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.fact.SessionDetail.Rolling;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.fact.SessionDetail.TimedBest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a session of these minutes tells of itself beyond its sums: as much as a real one, to the second where minutes do. */
final class SyntheticDetail {
    private static final int MOST_POINTS = 60;
    private static final int[] SECONDS = {30, 60, 300, 600, 1200, 1800, 3600};
    private static final int[] METRES = {400, 800, 1000, 1609, 3000, 5000, 10_000, 21_098};

    private SyntheticDetail() {}

    static SessionDetail of(List<Minute> minutes) {
        double speed = mean(minutes, Minute::gradeAdjustedSpeedMetresPerSecond);
        int third = minutes.size() / 3;
        return new SessionDetail(
                Optional.of(rolling(minutes)),
                IntStream.of(SECONDS)
                        .filter(seconds -> seconds <= minutes.size() * 60)
                        .mapToObj(seconds -> new TimedBest(seconds, Rounding.to(1, speed * seconds * 1.04)))
                        .toList(),
                IntStream.of(METRES)
                        .filter(metres -> metres <= speed * minutes.size() * 60)
                        .mapToObj(metres -> new DistanceBest(metres, Rounding.to(1, metres / speed / 1.04)))
                        .toList(),
                List.of(),
                List.of(stretch(minutes.subList(third, 2 * third))),
                Optional.of(new Thirds(
                        speedOf(minutes.subList(0, third)),
                        speedOf(minutes.subList(third, 2 * third)),
                        speedOf(minutes.subList(2 * third, minutes.size())))),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                laps(minutes, speed));
    }

    private static Rolling rolling(List<Minute> minutes) {
        int every = (minutes.size() + MOST_POINTS - 1) / MOST_POINTS;
        List<Minute> kept = IntStream.range(0, minutes.size())
                .filter(m -> m % every == 0)
                .mapToObj(minutes::get)
                .toList();
        return new Rolling(
                every * 60,
                Column.of(kept.stream()
                        .mapToInt(minute -> (int) Math.round(SyntheticDetail.bpm(minute)))
                        .toArray()),
                Column.of(kept.stream()
                        .mapToInt(minute -> (int) Math.round(minute.gradeAdjustedSpeedMetresPerSecond() * 100))
                        .toArray()));
    }

    private static EvenStretch stretch(List<Minute> minutes) {
        return new EvenStretch(
                minutes.get(0).startSecond(),
                minutes.size() * 60,
                speedOf(minutes),
                2.5,
                OptionalDouble.of(Rounding.to(1, mean(minutes, SyntheticDetail::bpm))));
    }

    /** The watch closes one each kilometre. */
    private static List<LapMark> laps(List<Minute> minutes, double speed) {
        double seconds = 1000 / speed;
        int laps = (int) (minutes.size() * 60 / seconds);
        return IntStream.range(0, laps)
                .mapToObj(lap -> new LapMark(
                        (int) (lap * seconds),
                        Rounding.to(3, seconds),
                        OptionalDouble.of(1000),
                        OptionalInt.of((int) bpm(minutes.get((int) (lap * seconds / 60)))),
                        Intensity.ACTIVE,
                        true))
                .toList();
    }

    private static double speedOf(List<Minute> minutes) {
        return Rounding.to(3, mean(minutes, Minute::gradeAdjustedSpeedMetresPerSecond));
    }

    private static double bpm(Minute minute) {
        return minute.heartRateBpm().orElseThrow();
    }

    private static double mean(List<Minute> minutes, ToDoubleFunction<Minute> quantity) {
        return minutes.stream().mapToDouble(quantity).average().orElse(0);
    }
}

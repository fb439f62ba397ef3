package freshlegs.streams.review;

import static freshlegs.streams.review.Means.Rests.ON_DAYS;
import static freshlegs.streams.review.Means.Rests.ON_RUNS;

import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.Evidence.Measured;
import freshlegs.streams.signal.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Every quantity of a week compared, in the order in which they are told; the floors of spreads are those of the signals. */
final class Quantities {
    private static final double RESTING_FLOOR_BPM = 1.5;
    private static final double LN_RMSSD_FLOOR = 0.08;
    private static final double PACE_FLOOR_BPM = 2;
    private static final double ITEM_FLOOR = 0.5;
    private static final double SLEEP_FLOOR_HOURS = 0.5;
    private static final double POINT_OF_TEN = 1;

    private static final List<Totals> TOTALS = List.of(
            new Totals(Quantity.RUNNING_MINUTES, 10, Quantities::runningMinutes),
            new Totals(Quantity.DISTANCE, 1, day -> day.trend().running().distanceMetres() / 1000),
            new Totals(Quantity.RUNS, 0.5, day -> day.trend().running().runs()),
            new Totals(Quantity.LOAD, 10, day -> day.trend().training().load()),
            new Totals(Quantity.HARD_DAYS, 0.5, day -> day.isHard() ? 1 : 0));

    private static final Map<Quantity, Item> ITEMS = Map.of(
            Quantity.FATIGUE, Item.FATIGUE,
            Quantity.MOOD, Item.MOOD,
            Quantity.SORENESS, Item.SORENESS,
            Quantity.STRESS, Item.STRESS,
            Quantity.SLEEP_QUALITY, Item.SLEEP_QUALITY);

    private Quantities() {}

    static List<Compared> of(Weeks weeks) {
        List<Compared> all = new ArrayList<>();
        TOTALS.forEach(total -> all.add(total.compare(weeks)));
        all.add(runs(Quantity.HEART_RATE_AT_PACE, PACE_FLOOR_BPM, Quantities::heartRateAtPace)
                .compare(weeks));
        all.add(KeySessions.compare(weeks));
        all.add(runs(Quantity.EFFORT, POINT_OF_TEN, Quantities::efforts).compare(weeks));
        all.add(runs(Quantity.QUALITY, POINT_OF_TEN, Quantities::qualities).compare(weeks));
        all.add(days(Quantity.RESTING_HEART_RATE, RESTING_FLOOR_BPM, ofOneSource(weeks, Evidence::restingHeartRate))
                .compare(weeks));
        all.add(new Means(Quantity.HRV, ON_DAYS, LN_RMSSD_FLOOR, true, ofOneSource(weeks, Evidence::hrv))
                .compare(weeks));
        all.add(days(Quantity.SLEEP, SLEEP_FLOOR_HOURS, day -> one(evidence(day).sleepHours()))
                .compare(weeks));
        all.add(days(Quantity.FEELING, ITEM_FLOOR, day -> one(evidence(day).subjective()))
                .compare(weeks));
        for (Quantity quantity : Quantity.values()) {
            Optional.ofNullable(ITEMS.get(quantity))
                    .ifPresent(item -> all.add(
                            days(quantity, ITEM_FLOOR, day -> answer(day, item)).compare(weeks)));
        }
        return all;
    }

    private static Means runs(Quantity quantity, double floor, Function<ReviewedDay, List<Double>> of) {
        return new Means(quantity, ON_RUNS, floor, false, of);
    }

    private static Means days(Quantity quantity, double floor, Function<ReviewedDay, List<Double>> of) {
        return new Means(quantity, ON_DAYS, floor, false, of);
    }

    private static double runningMinutes(ReviewedDay day) {
        return day.runs().stream().mapToDouble(ActivityAnalysis::timerSeconds).sum() / 60;
    }

    private static List<Double> heartRateAtPace(ReviewedDay day) {
        return one(day.trend().running().heartRateAtPaceResidualBpm().value());
    }

    private static List<Double> efforts(ReviewedDay day) {
        List<Double> efforts = new ArrayList<>();
        for (ActivityAnalysis activity : day.activities()) {
            if (activity.sport().isRun()) {
                activity.effort().ifPresent(efforts::add);
            }
        }
        return efforts;
    }

    private static List<Double> qualities(ReviewedDay day) {
        return day.qualities().stream().map(Integer::doubleValue).toList();
    }

    private static List<Double> answer(ReviewedDay day, Item item) {
        Integer answer = evidence(day).items().get(item);
        return answer == null ? List.of() : List.of(answer.doubleValue());
    }

    /** Only like is compared with like: of several watches the one that measured last this week. */
    private static Function<ReviewedDay, List<Double>> ofOneSource(
            Weeks weeks, Function<Evidence, Optional<Measured>> measured) {
        String source = "";
        for (ReviewedDay day : weeks.current()) {
            source = measured.apply(evidence(day)).map(Measured::source).orElse(source);
        }
        String last = source;
        return day -> {
            Optional<Measured> value = measured.apply(evidence(day));
            return value.isPresent() && value.get().source().equals(last)
                    ? List.of(value.get().value())
                    : List.of();
        };
    }

    private static Evidence evidence(ReviewedDay day) {
        return day.signal().evidence();
    }

    private static List<Double> one(OptionalDouble value) {
        return value.isPresent() ? List.of(value.getAsDouble()) : List.of();
    }
}

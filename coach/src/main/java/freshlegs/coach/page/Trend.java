package freshlegs.coach.page;

import freshlegs.coach.read.TrendRow;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** An athlete's days as columns, as the charts and programs read them; a missing number is null, and what is marked on them. */
public record Trend(
        AthleteId athlete,
        List<LocalDate> dates,
        List<Double> load,
        List<Double> fitness,
        List<Double> fatigue,
        List<Double> form,
        Banded restingHeartRate,
        Banded hrv,
        Banded heartRateAtPace,
        Banded load7d,
        Banded distance7d,
        Banded sleep,
        Banded feeling,
        Marks marks) {

    private static final double METRES_PER_KILOMETRE = 1000;

    public static Trend of(AthleteId athlete, List<TrendRow> days, List<StatusDay> statuses, Marks marks) {
        List<LocalDate> dates = days.stream().map(TrendRow::date).toList();
        Map<LocalDate, StatusDay> byDate =
                statuses.stream().collect(Collectors.toMap(StatusDay::date, Function.identity()));
        return new Trend(
                athlete,
                dates,
                column(days, TrendRow::load),
                column(days, TrendRow::fitness),
                column(days, TrendRow::fatigue),
                column(days, TrendRow::form),
                Banded.of(
                        Domain.Name.RESTING_HEART_RATE,
                        "bpm",
                        dates,
                        sparse(days, TrendRow::restingHeartRateBpm),
                        byDate),
                Banded.of(Domain.Name.HRV, "ms", dates, sparse(days, TrendRow::hrvRmssdMilliseconds), byDate),
                Banded.of(
                        Domain.Name.EXERCISE_HEART_RATE,
                        "bpm",
                        dates,
                        sparse(days, TrendRow::heartRateAtPaceResidualBpm),
                        byDate),
                Banded.of("", 1, days, TrendRow::load7d),
                Banded.of("km", METRES_PER_KILOMETRE, days, TrendRow::distance7dMetres),
                Banded.of("h", 1, days, TrendRow::sleepHours),
                Banded.of("of 7", 1, days, TrendRow::subjective),
                marks);
    }

    private static List<Double> column(List<TrendRow> days, ToDoubleFunction<TrendRow> number) {
        return days.stream().map(number::applyAsDouble).toList();
    }

    private static List<OptionalDouble> sparse(List<TrendRow> days, Function<TrendRow, OptionalDouble> number) {
        return days.stream().map(number).toList();
    }
}

package freshlegs.coach.page;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** An athlete's days as columns, as the charts and programs read them; a missing number is null. */
public record Trend(
        AthleteId athlete,
        List<LocalDate> dates,
        List<Double> load,
        List<Double> fitness,
        List<Double> fatigue,
        List<Double> form,
        Banded restingHeartRate,
        Banded hrv,
        Banded heartRateAtPace) {

    public static Trend of(AthleteId athlete, List<TrendDay> days, List<StatusDay> statuses) {
        List<LocalDate> dates = days.stream().map(TrendDay::date).toList();
        Map<LocalDate, StatusDay> byDate =
                statuses.stream().collect(Collectors.toMap(StatusDay::date, Function.identity()));
        return new Trend(
                athlete,
                dates,
                column(days, TrendDay::load),
                column(days, TrendDay::fitness),
                column(days, TrendDay::fatigue),
                column(days, TrendDay::form),
                Banded.of(
                        Domain.Name.RESTING_HEART_RATE,
                        "bpm",
                        dates,
                        sparse(days, TrendDay::restingHeartRateBpm),
                        byDate),
                Banded.of(Domain.Name.HRV, "ms", dates, sparse(days, TrendDay::hrvRmssdMilliseconds), byDate),
                Banded.of(
                        Domain.Name.EXERCISE_HEART_RATE,
                        "bpm",
                        dates,
                        sparse(days, TrendDay::heartRateAtPaceResidualBpm),
                        byDate));
    }

    private static List<Double> column(List<TrendDay> days, ToDoubleFunction<TrendDay> number) {
        return days.stream().map(number::applyAsDouble).toList();
    }

    private static List<OptionalDouble> sparse(List<TrendDay> days, Function<TrendDay, OptionalDouble> number) {
        return days.stream().map(number).toList();
    }
}

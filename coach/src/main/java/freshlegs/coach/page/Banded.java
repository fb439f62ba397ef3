package freshlegs.coach.page;

import freshlegs.coach.read.TrendRow;
import freshlegs.model.Rounding;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A marker by day against the athlete's own band: {@code daily} as measured, {@code judged} where its chart stands (the smoothed
 * z turned back into the marker's unit), {@code low} and {@code high} one spread around the baseline.
 */
public record Banded(
        String unit,
        List<OptionalDouble> daily,
        List<OptionalDouble> judged,
        List<OptionalDouble> low,
        List<OptionalDouble> high) {

    private static final int DECIMALS = 2;

    static Banded of(
            Domain.Name name,
            String unit,
            List<LocalDate> dates,
            List<OptionalDouble> daily,
            Map<LocalDate, StatusDay> statuses) {
        List<OptionalDouble> judged = new ArrayList<>();
        List<OptionalDouble> low = new ArrayList<>();
        List<OptionalDouble> high = new ArrayList<>();
        for (LocalDate date : dates) {
            Optional<Domain> domain = Optional.ofNullable(statuses.get(date)).flatMap(day -> find(day, name));
            judged.add(domain.map(Banded::level).orElse(OptionalDouble.empty()));
            low.add(domain.map(d -> edge(d, -1)).orElse(OptionalDouble.empty()));
            high.add(domain.map(d -> edge(d, +1)).orElse(OptionalDouble.empty()));
        }
        return new Banded(unit, daily, List.copyOf(judged), List.copyOf(low), List.copyOf(high));
    }

    /** Against the band that stands in the trend itself, in units of {@code unitSize}; judged is the mean over 7 days. */
    static Banded of(String unit, double unitSize, List<TrendRow> days, Function<TrendRow, TrendRow.Usual> marker) {
        List<TrendRow.Usual> markers = days.stream().map(marker).toList();
        return new Banded(
                unit,
                column(markers, unitSize, TrendRow.Usual::value),
                column(markers, unitSize, TrendRow.Usual::mean7d),
                column(markers, unitSize, TrendRow.Usual::low),
                column(markers, unitSize, TrendRow.Usual::high));
    }

    private static List<OptionalDouble> column(
            List<TrendRow.Usual> markers, double unitSize, Function<TrendRow.Usual, OptionalDouble> number) {
        return markers.stream()
                .map(number)
                .map(n -> n.isPresent() ? OptionalDouble.of(n.getAsDouble() / unitSize) : n)
                .map(n -> Rounding.to(DECIMALS, n))
                .toList();
    }

    private static Optional<Domain> find(StatusDay day, Domain.Name name) {
        return day.domains().stream().filter(domain -> domain.name() == name).findFirst();
    }

    private static OptionalDouble edge(Domain domain, int side) {
        if (domain.baseline().isEmpty() || domain.spread().isEmpty()) {
            return OptionalDouble.empty();
        }
        double edge = domain.baseline().getAsDouble() + side * domain.spread().getAsDouble();
        return OptionalDouble.of(Rounding.to(DECIMALS, edge));
    }

    /**
     * baseline + chart * spread; for HRV, whose z is of logarithms and positive when it is low, baseline * exp(-chart * spread /
     * baseline).
     */
    private static OptionalDouble level(Domain domain) {
        double usual = domain.baseline().orElse(0);
        double spread = domain.spread().orElse(0);
        if (!domain.known() || domain.baseline().isEmpty() || (domain.name() == Domain.Name.HRV && usual <= 0)) {
            return OptionalDouble.empty();
        }
        double level = domain.name() == Domain.Name.HRV
                ? usual * Math.exp(-domain.chart() * spread / usual)
                : usual + domain.chart() * spread;
        return OptionalDouble.of(Rounding.to(DECIMALS, level));
    }
}

package freshlegs.coach.page;

import freshlegs.model.Rounding;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A marker by day against the athlete's own band: {@code daily} as measured, {@code judged} as the evidence smoothed it,
 * {@code low} and {@code high} one spread around the baseline. Evidence kept as a logarithm is turned back into its unit.
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
            judged.add(domain.map(d -> shown(d, d.value())).orElse(OptionalDouble.empty()));
            low.add(domain.map(d -> shown(d, edge(d, -1))).orElse(OptionalDouble.empty()));
            high.add(domain.map(d -> shown(d, edge(d, +1))).orElse(OptionalDouble.empty()));
        }
        return new Banded(unit, daily, List.copyOf(judged), List.copyOf(low), List.copyOf(high));
    }

    private static Optional<Domain> find(StatusDay day, Domain.Name name) {
        return day.domains().stream().filter(domain -> domain.name() == name).findFirst();
    }

    private static OptionalDouble edge(Domain domain, int side) {
        if (domain.baseline().isEmpty() || domain.spread().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                domain.baseline().getAsDouble() + side * domain.spread().getAsDouble());
    }

    private static OptionalDouble shown(Domain domain, OptionalDouble number) {
        if (number.isEmpty()) {
            return number;
        }
        return Rounding.to(DECIMALS, OptionalDouble.of(Scale.of(domain).back(number.getAsDouble())));
    }
}

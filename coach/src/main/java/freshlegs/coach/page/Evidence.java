package freshlegs.coach.page;

import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.util.List;
import java.util.Optional;

/** One kind of evidence in words; a worse number is always a positive z. */
public record Evidence(
        String name,
        boolean known,
        boolean votes,
        String reading,
        String usual,
        String z,
        String madeOf,
        String chart,
        String days,
        String lately,
        String basis,
        String rule,
        Optional<Sparkline> spark) {

    /** {@code days} are the last ones up to that of the domain. */
    static List<Evidence> of(List<Domain> domains, List<StatusDay> days) {
        return domains.stream()
                .map(domain -> of(domain, Sparkline.of(domain, days)))
                .toList();
    }

    static Evidence of(Domain domain) {
        return of(domain, Optional.empty());
    }

    private static Evidence of(Domain domain, Optional<Sparkline> spark) {
        return new Evidence(
                name(domain.name()),
                domain.known(),
                domain.votes(),
                reading(domain),
                usual(domain),
                Numbers.signedTwo(domain.z()),
                domain.compared().map(compared -> madeOf(domain, compared)).orElse(""),
                chart(domain),
                domain.votes() ? counted(domain, domain.days()) : Numbers.NONE,
                domain.values().orElse(0) > 0 ? counted(domain, domain.values().getAsInt()) : Numbers.NONE,
                domain.baselineDays() > 0 ? counted(domain, domain.baselineDays()) : Numbers.NONE,
                domain.rule(),
                spark);
    }

    static String name(Domain.Name name) {
        return switch (name) {
            case SUBJECTIVE -> "How it feels";
            case RESTING_HEART_RATE -> "Resting heart rate";
            case HRV -> "Heart rate variability";
            case EXERCISE_HEART_RATE -> "Heart rate at pace";
            case PERFORMANCE -> "Performance";
            case DISSOCIATION -> "Effort and heart rate apart";
        };
    }

    /** What z is worked out from; of HRV in logarithms, where less is worse. */
    private static String madeOf(Domain domain, Domain.Compared compared) {
        int decimals = compared.spread() < 1 ? 4 : 2;
        String value = Numbers.with(decimals, compared.value());
        String usual = Numbers.with(decimals, compared.usual());
        boolean lessIsWorse = domain.unit().equals("ms");
        return "(" + (lessIsWorse ? usual + " − " + value : value + " − " + usual) + ") / "
                + Numbers.with(decimals, compared.spread());
    }

    private static String chart(Domain domain) {
        return domain.known() && domain.limit().isPresent()
                ? Numbers.two(domain.chart()) + " of "
                        + Numbers.two(domain.limit().getAsDouble())
                : Numbers.NONE;
    }

    private static String counted(Domain domain, int count) {
        return switch (domain.name()) {
            case EXERCISE_HEART_RATE -> count == 1 ? "1 run" : count + " runs";
            case PERFORMANCE -> count == 1 ? "1 key session" : count + " key sessions";
            case SUBJECTIVE, RESTING_HEART_RATE, HRV, DISSOCIATION -> Days.dayCount(count);
        };
    }

    private static String reading(Domain domain) {
        return domain.value().isEmpty()
                ? Numbers.NONE
                : (show(domain, domain.value().getAsDouble()) + " " + domain.unit()).strip();
    }

    private static String usual(Domain domain) {
        if (domain.baseline().isEmpty()) {
            return Numbers.NONE;
        }
        return domain.low().isPresent() && domain.high().isPresent()
                ? show(domain, domain.low().getAsDouble()) + " to "
                        + show(domain, domain.high().getAsDouble())
                : show(domain, domain.baseline().getAsDouble());
    }

    /** A narrow spread needs two decimals to be seen. */
    private static String show(Domain domain, double number) {
        return domain.spread().orElse(1) < 1 ? Numbers.two(number) : Numbers.one(number);
    }
}

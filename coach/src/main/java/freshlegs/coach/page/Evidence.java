package freshlegs.coach.page;

import freshlegs.model.result.Domain;

/** One kind of evidence in words; a worse number is always a positive z. */
public record Evidence(
        String name, boolean known, boolean votes, String reading, String usual, String z, String days, String basis) {

    static Evidence of(Domain domain) {
        return new Evidence(
                name(domain.name()),
                domain.known(),
                domain.votes(),
                reading(domain),
                usual(domain),
                Numbers.signed(domain.z()),
                domain.votes() ? Days.dayCount(domain.days()) : Numbers.NONE,
                domain.baselineDays() > 0 ? Days.dayCount(domain.baselineDays()) : Numbers.NONE);
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

    private static String reading(Domain domain) {
        return domain.value().isEmpty()
                ? Numbers.NONE
                : (show(domain, domain.value().getAsDouble()) + " " + domain.unit()).strip();
    }

    private static String usual(Domain domain) {
        if (domain.baseline().isEmpty()) {
            return Numbers.NONE;
        }
        double baseline = domain.baseline().getAsDouble();
        if (domain.spread().isEmpty()) {
            return show(domain, baseline);
        }
        double spread = domain.spread().getAsDouble();
        return show(domain, baseline - spread) + " to " + show(domain, baseline + spread);
    }

    /** A narrow spread needs two decimals to be seen. */
    private static String show(Domain domain, double number) {
        return domain.spread().orElse(1) < 1 ? Numbers.two(number) : Numbers.one(number);
    }
}

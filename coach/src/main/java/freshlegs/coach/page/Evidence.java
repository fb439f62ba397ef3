package freshlegs.coach.page;

import freshlegs.model.result.Domain;
import java.util.OptionalDouble;

/** One kind of evidence in words; a worse number is always a positive z. */
public record Evidence(
        String name, boolean known, boolean votes, String reading, String usual, String z, String days, String basis) {

    static Evidence of(Domain domain) {
        return new Evidence(
                name(domain.name()),
                domain.known(),
                domain.votes(),
                reading(domain.value(), domain.unit()),
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

    private static String usual(Domain domain) {
        if (domain.baseline().isEmpty()) {
            return Numbers.NONE;
        }
        String middle = Numbers.fitting(domain.baseline().getAsDouble());
        return domain.spread().isEmpty()
                ? middle
                : middle + " ± " + Numbers.fitting(domain.spread().getAsDouble());
    }

    private static String reading(OptionalDouble number, String unit) {
        return number.isEmpty() ? Numbers.NONE : (Numbers.fitting(number.getAsDouble()) + " " + unit).strip();
    }
}

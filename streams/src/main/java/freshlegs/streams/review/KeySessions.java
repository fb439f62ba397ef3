package freshlegs.streams.review;

import freshlegs.model.result.Domain;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.streams.load.Sum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * By how many percent the week's n key sessions were slower than the last ones of their kind, as judged on their day. With s, the
 * mean of their spreads, the error is s sqrt(1 + 1/3) / sqrt(n): a kind is judged from three earlier sessions on.
 */
final class KeySessions {
    private static final double LEAST_OF_KIND = 3;

    private KeySessions() {}

    static Compared compare(Weeks weeks) {
        List<LocalDate> days = new ArrayList<>();
        Sum slower = new Sum();
        Sum spreads = new Sum();
        int before = 0;
        for (ReviewedDay day : weeks.current()) {
            for (Domain domain : day.status().domains()) {
                if (isJudged(domain)) {
                    days.add(day.date());
                    slower.add(domain.value().orElseThrow());
                    spreads.add(domain.spread().orElseThrow());
                    before = domain.baselineDays();
                }
            }
        }
        if (days.isEmpty()) {
            return Compared.unknown(Quantity.KEY_SESSIONS, OptionalDouble.empty(), days, before);
        }
        double spread = spreads.value() / days.size();
        return new Compared(
                Quantity.KEY_SESSIONS,
                OptionalDouble.of(slower.value() / days.size()),
                OptionalDouble.of(0),
                spread,
                spread * Math.sqrt((1 + 1 / LEAST_OF_KIND) / days.size()),
                false,
                days,
                before);
    }

    /** There is a z only on the day of the session itself. */
    private static boolean isJudged(Domain domain) {
        return domain.name() == Domain.Name.PERFORMANCE
                && domain.z().isPresent()
                && domain.value().isPresent()
                && domain.spread().orElse(0) > 0;
    }
}

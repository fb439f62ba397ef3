package freshlegs.streams.season;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Whether a watch's clock can have been right: a day before 2000, or one that begins more than 24 hours (and the day itself,
 * for zones ahead of UTC) after the fact was taken in, is kept but takes no part in anything.
 */
final class Clocks {
    static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final Duration AHEAD = Duration.ofHours(24);

    /** What is decided about the plan is about days that it shows, up to {@link Season#OUTLOOK_DAYS} ahead. */
    private static final Duration DECIDED_AHEAD = AHEAD.plusDays(Season.OUTLOOK_DAYS);

    /** Phases are planned for up to a year ahead, and plans begin then. */
    private static final Duration PLANNED_AHEAD = AHEAD.plusDays(366);

    private Clocks() {}

    static boolean canBeRight(Fact fact) {
        LocalDate latest = fact.ingestedAt()
                .plus(ahead(fact.kind()))
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        return !fact.localDate().isBefore(EARLIEST) && !fact.localDate().isAfter(latest);
    }

    private static Duration ahead(FactKind kind) {
        return switch (kind) {
            case PLAN_DECISION -> DECIDED_AHEAD;
            case PLANNED_PHASE, PLAN_TERMS, WEEK_ORDER -> PLANNED_AHEAD;
            default -> AHEAD;
        };
    }
}

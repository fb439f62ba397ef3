package freshlegs.coach.keep;

import java.time.Duration;

/** A time for which something is kept after its end. */
public enum Period {
    /** None: it goes when it has ended. */
    NONE,
    AUDIT,
    MESSAGES,
    ENDED;

    Duration in(Periods periods) {
        return Duration.ofDays(
                switch (this) {
                    case NONE -> 0;
                    case AUDIT -> periods.auditDays();
                    case MESSAGES -> periods.messageDays();
                    case ENDED -> periods.endedDays();
                });
    }
}

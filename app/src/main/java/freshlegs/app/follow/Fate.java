package freshlegs.app.follow;

import freshlegs.model.AthleteId;
import java.util.Locale;

/** What happens to an athlete who follows a plan. */
public enum Fate {
    SOUND(0),
    /** From the ninth week on, until some time after the plan has given way. */
    OVERREACHED(1),
    /** Feverish for four days of the seventh week. */
    ILL(2),
    /** A week on the way, a busy week, and four days off. */
    TRAVELLER(3),
    /** Nothing to take paces from, and no sensor. */
    NO_BASELINE(4);

    private final int person;

    Fate(int person) {
        this.person = person;
    }

    /** Which of the seed's people it happens to. */
    int person() {
        return person;
    }

    public AthleteId athlete() {
        return AthleteId.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    boolean hasBaseline() {
        return this != NO_BASELINE;
    }
}

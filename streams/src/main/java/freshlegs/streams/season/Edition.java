package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.topic.RecordKey;
import freshlegs.streams.rule.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * By which formulas and thresholds the days in the store were folded, noted once, so that another program, or one that was told
 * other thresholds, knows that it must fold them anew.
 */
final class Edition {
    private static final String FORMULAS = "~formulas";
    private static final String BEHIND_ATHLETES = "~";

    private final Shelf days;
    private final Shelf facts;
    private final Rules rules;

    Edition(Shelf days, Shelf facts, Rules rules) {
        this.days = days;
        this.facts = facts;
        this.rules = rules;
    }

    boolean isCurrent() {
        return days.get(FORMULAS)
                .filter(noted -> Arrays.equals(noted, current()))
                .isPresent();
    }

    void note() {
        days.put(FORMULAS, current());
    }

    /** Everybody of whom anything is known; one step for each, however many facts there are. */
    void forEachAthlete(Consumer<AthleteId> seen) {
        Optional<String> next = facts.firstKey("", BEHIND_ATHLETES, key -> true);
        while (next.isPresent()) {
            AthleteId athlete = RecordKey.athleteOf(next.get());
            seen.accept(athlete);
            next = facts.firstKey(athlete + "0", BEHIND_ATHLETES, key -> true);
        }
    }

    private byte[] current() {
        String noted = Integer.toHexString(Days.formulas()) + " " + rules.version();
        return noted.getBytes(StandardCharsets.UTF_8);
    }
}

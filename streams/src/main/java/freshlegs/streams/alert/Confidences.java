package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.model.result.Episode.Confidence;
import freshlegs.model.result.Episode.Confidence.Level;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much an alert can be relied on. LOW when the athlete's feeling is unknown or fewer than three of the five kinds of evidence
 * are known; HIGH when at least four are, six of the last seven mornings were logged and what is usual of each daily kind that
 * votes rests on twice the days that it takes to judge (28 as published).
 */
final class Confidences {
    private static final int KINDS = 5;
    private static final int FEW_KINDS = 3;
    private static final int MANY_KINDS = 4;
    private static final int MORNINGS = 7;
    private static final int MANY_MORNINGS = 6;

    private Confidences() {}

    static Confidence fatigue(Signals signals, AlertHistory withToday, boolean feelingUnknown, Rules rules) {
        int known = 0;
        OptionalInt shortest = OptionalInt.empty();
        for (Domain domain : signals.domains()) {
            known += domain.known() && domain.name() != Name.DISSOCIATION ? 1 : 0;
            if (domain.votes() && isDaily(domain.name())) {
                shortest = OptionalInt.of(Math.min(shortest.orElse(Integer.MAX_VALUE), domain.baselineDays()));
            }
        }
        int full = 2 * rules.count(Threshold.BASELINE_LEAST_DAYS);
        int mornings = withToday.count(MORNINGS, day -> day.votes().logged());
        return new Confidence(
                level(known, mornings, shortest.orElse(full) >= full, feelingUnknown), why(known, mornings, shortest));
    }

    /** Symptoms are told by the athlete; a heart rate alone may jump for other reasons. */
    static Confidence health(boolean told) {
        return told
                ? new Confidence(Level.HIGH, "The athlete told of the symptoms.")
                : new Confidence(Level.MODERATE, "Nobody told of symptoms; the resting heart rate alone speaks.");
    }

    private static Level level(int known, int mornings, boolean longKnown, boolean feelingUnknown) {
        if (feelingUnknown || known < FEW_KINDS) {
            return Level.LOW;
        }
        boolean much = known >= MANY_KINDS && mornings >= MANY_MORNINGS && longKnown;
        return much ? Level.HIGH : Level.MODERATE;
    }

    private static String why(int known, int mornings, OptionalInt shortest) {
        List<String> parts = new ArrayList<>();
        parts.add(known + " of " + KINDS + " kinds of evidence known");
        parts.add(mornings + " of the last " + MORNINGS + " mornings logged");
        shortest.ifPresent(days -> parts.add("what is usual rests on " + days + " days"));
        return Wording.sentence(parts);
    }

    private static boolean isDaily(Name name) {
        return name == Name.SUBJECTIVE || name == Name.RESTING_HEART_RATE || name == Name.HRV;
    }
}

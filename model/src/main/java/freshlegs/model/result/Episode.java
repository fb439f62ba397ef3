package freshlegs.model.result;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One stretch of days with one cause. In the converged state it is (athlete, cause, first day) and nothing more; the id that
 * people see is given by whoever tells them first. {@code status} is the worst it reached, {@code steps} when it reached what,
 * {@code domains} the evidence on the day of the latest step, {@code context} what else could explain it then, {@code grounds}
 * the facts that it rests on, of the last days before that step. {@code agreement} says how the evidence adds up; {@code athleteWhy} says it to the athlete; {@code clears} says what
 * would clear it and how far that is, as of the last day. {@code rules} are those that saw something on the day of that step, with
 * their versions, {@code ruleSet} the version of all thresholds; empty in what older programs told.
 */
public record Episode(
        AthleteId athlete,
        Cause cause,
        LocalDate firstDay,
        LocalDate lastDay,
        boolean open,
        Status status,
        String why,
        boolean lowConfidence,
        List<Step> steps,
        List<Domain> domains,
        List<String> context,
        List<String> missing,
        String athleteWhy,
        Confidence confidence,
        String clears,
        List<Ground> grounds,
        String agreement,
        List<String> rules,
        String ruleSet) {

    /** The most grounds that are named. */
    public static final int MOST_GROUNDS = 60;

    /** Why an episode exists; each cause runs on its own. */
    public enum Cause {
        FATIGUE,
        ILLNESS,
        SAFETY
    }

    /** The day on which the episode first reached a status. */
    public record Step(Status status, LocalDate day) {}

    /** How much the alert can be relied on, and why so. */
    public record Confidence(Level level, String why) {
        /** Of an alert from before it was told. */
        public static final Confidence UNTOLD = new Confidence(Level.MODERATE, "");

        /** In three steps, since the evidence allows no percentage. */
        public enum Level {
            LOW,
            MODERATE,
            HIGH
        }
    }

    /** A fact that the alert rests on: the activity, reading or check-in believed under that name. */
    public record Ground(FactKind kind, LocalDate date, String factId) {}

    /** Messages from before there were grounds have none. */
    public Episode {
        athleteWhy = Objects.requireNonNullElse(athleteWhy, "");
        confidence = Objects.requireNonNullElse(confidence, Confidence.UNTOLD);
        clears = Objects.requireNonNullElse(clears, "");
        grounds = List.copyOf(grounds);
        agreement = Objects.requireNonNullElse(agreement, "");
        steps = List.copyOf(steps);
        domains = List.copyOf(domains);
        context = List.copyOf(context);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
        ruleSet = Objects.requireNonNullElse(ruleSet, "");
    }

    public String key() {
        return cause.name().toLowerCase(Locale.ROOT) + "." + firstDay;
    }
}

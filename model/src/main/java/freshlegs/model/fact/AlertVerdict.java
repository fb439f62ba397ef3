package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a person holds an alert for right. The alert is named by its first day, {@code localDate}, and its cause in one word, as
 * the person saw it; since late data may move its days, {@code lastDay} says how far it went then. {@code status}, {@code ruleSet}
 * and {@code rules} are what is judged: how bad the alert called it, by which set of rules and by which of them.
 */
public record AlertVerdict(
        AthleteId athlete,
        LocalDate localDate,
        LocalDate lastDay,
        String cause,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        Verdict verdict,
        Optional<String> reason,
        Status status,
        Optional<String> ruleSet,
        List<String> rules,
        Person decidedBy)
        implements Fact {

    public static final int MOST_RULES = 20;

    private static final Pattern CAUSE = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/@:+-]{0,79}");

    /** What the person says of the alert. */
    public enum Verdict {
        /** There was something to it. */
        RIGHT,
        /** There was nothing to it. */
        WRONG,
        /** Nobody can tell. */
        UNSURE,
        /** Nothing is said any more. */
        NONE;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AlertVerdict {
        EditOrder.check(edit);
        Remark.check("reason", reason);
        rules = List.copyOf(rules);
        if (!CAUSE.matcher(cause).matches()) {
            throw new IllegalArgumentException("cause must be a word of lower-case letters, such as fatigue");
        }
        if (lastDay.isBefore(localDate)) {
            throw new IllegalArgumentException("last day of an alert must not lie before its first");
        }
        if (rules.size() > MOST_RULES
                || !rules.stream().allMatch(AlertVerdict::isRule)
                || ruleSet.filter(name -> !isRule(name)).isPresent()) {
            throw new IllegalArgumentException(
                    "rules must be at most " + MOST_RULES + " names of letters, digits and marks");
        }
    }

    /** The same under a name for this telling. */
    public AlertVerdict as(String name) {
        return new AlertVerdict(
                athlete,
                localDate,
                lastDay,
                cause,
                name,
                ingestedAt,
                recordedAt,
                edit,
                verdict,
                reason,
                status,
                ruleSet,
                rules,
                decidedBy);
    }

    private static boolean isRule(String name) {
        return RULE.matcher(name).matches();
    }

    /** The alert's name: {@code 2026-03-10.fatigue}. */
    public static String factId(LocalDate firstDay, String cause) {
        return firstDay + "." + cause;
    }

    @Override
    public String factId() {
        return factId(localDate, cause);
    }

    @Override
    public FactKind kind() {
        return FactKind.ALERT_VERDICT;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}

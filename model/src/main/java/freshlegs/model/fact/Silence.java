package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * That nobody wants to hear of an athlete's alerts of one cause, or by one rule: from {@code localDate} to {@code until}
 * (snoozed), or for as long as a later edit does not lift it (muted). What is about safety is never silenced.
 */
public record Silence(
        AthleteId athlete,
        String about,
        LocalDate localDate,
        Optional<LocalDate> until,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        boolean lifted,
        Optional<String> reason,
        Person toldBy)
        implements Fact {

    private static final Pattern ABOUT = Pattern.compile("[a-z][a-z0-9-]{0,39}(?:\\.[a-z][a-z0-9-]{0,39}){0,2}");
    private static final Set<String> ABOUT_SAFETY = Set.of("illness", "safety", "stop", "red");

    public Silence {
        EditOrder.check(edit);
        Remark.check("reason", reason);
        check(about);
        if (until.filter(day -> day.isBefore(localDate)).isPresent()) {
            throw new IllegalArgumentException("last day of a silence must not lie before its first");
        }
    }

    /** Refuses what is no cause or rule, and what is about safety. */
    public static void check(String about) {
        if (!ABOUT.matcher(about).matches()) {
            throw new IllegalArgumentException(
                    "cause or rule must be words of lower-case letters with dots between, such as fatigue.two-keys");
        }
        if (ABOUT_SAFETY.contains(about.split("\\.", -1)[0])) {
            throw new IllegalArgumentException("silence about " + about + " is refused, since it concerns safety");
        }
    }

    /** The same under a name for this telling. */
    public Silence as(String name) {
        return new Silence(
                athlete, about, localDate, until, name, ingestedAt, recordedAt, edit, lifted, reason, toldBy);
    }

    /** What is silenced: a cause, {@code fatigue}, or a rule, {@code fatigue.two-keys}. */
    @Override
    public String factId() {
        return about;
    }

    @Override
    public FactKind kind() {
        return FactKind.SILENCE;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}

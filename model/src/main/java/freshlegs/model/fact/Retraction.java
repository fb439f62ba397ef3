package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a fact back for good, in all its revisions or in one, whoever tells it and whatever is delivered later. A later edit of
 * the retraction may lift it.
 */
public record Retraction(
        AthleteId athlete,
        FactKind targetKind,
        String targetId,
        Optional<String> targetRevision,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        boolean lifted,
        Person toldBy)
        implements Fact {

    /** Files have decisions of their own, and what is decided about them is taken back there. */
    public static final Set<FactKind> RETRACTABLE = EnumSet.of(
            FactKind.RECORDING,
            FactKind.RESTING_HEART_RATE,
            FactKind.HRV,
            FactKind.SLEEP,
            FactKind.MORNING_CHECKIN,
            FactKind.RUN_CHECKIN,
            FactKind.PROFILE,
            FactKind.DAY_CLOSED,
            FactKind.GOAL,
            FactKind.PLAN_DECISION,
            FactKind.ALERT_VERDICT,
            FactKind.SILENCE,
            FactKind.NOTE,
            FactKind.PLANNED_PHASE,
            FactKind.PLAN_TERMS,
            FactKind.BENCHMARK,
            FactKind.CLEARANCE,
            FactKind.WEEK_ORDER);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,199}");

    public Retraction {
        EditOrder.check(edit);
        if (!RETRACTABLE.contains(targetKind)) {
            throw new IllegalArgumentException("fact of kind " + targetKind.key() + " cannot be retracted");
        }
        if (!NAME.matcher(targetId).matches()
                || targetRevision.filter(name -> !NAME.matcher(name).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "fact to retract is not named by letters, digits, '.', '-', '_', ':' or '+'");
        }
    }

    /** What is retracted: {@code hrv.2026-03-10}, or one revision of it, {@code hrv.2026-03-10@8d5e0c2f9a417b36}. */
    public static String factId(FactKind kind, String id, Optional<String> revision) {
        return kind.key() + "." + id + revision.map(one -> "@" + one).orElse("");
    }

    @Override
    public String factId() {
        return factId(targetKind, targetId, targetRevision);
    }

    /** The day on which it was told, in UTC; it takes no part in trends itself. */
    @Override
    public LocalDate localDate() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    @Override
    public FactKind kind() {
        return FactKind.RETRACTION;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}

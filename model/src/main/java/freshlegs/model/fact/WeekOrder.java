package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * In which order the days of the week that begins on {@code localDate}, a Monday, are run: the first of {@code days} is the day whose
 * session is run on that Monday, and so on to the Sunday. A later edit replaces it; the usual order takes it back.
 */
public record WeekOrder(
        AthleteId athlete,
        LocalDate localDate,
        String revision,
        Instant ingestedAt,
        Instant recordedAt,
        int edit,
        List<DayOfWeek> days,
        Optional<String> reason,
        Person decidedBy)
        implements Fact {
    public static final List<DayOfWeek> USUAL = List.of(DayOfWeek.values());

    public WeekOrder {
        EditOrder.check(edit);
        Remark.check("reason", reason);
        days = List.copyOf(days);
        if (localDate.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("week must begin on a Monday");
        }
        if (days.size() != USUAL.size() || EnumSet.copyOf(days).size() != USUAL.size()) {
            throw new IllegalArgumentException("order of a week must hold each of its days once");
        }
    }

    /** The same under a name for this telling. */
    public WeekOrder as(String name) {
        return new WeekOrder(athlete, localDate, name, ingestedAt, recordedAt, edit, days, reason, decidedBy);
    }

    @Override
    public String factId() {
        return localDate.toString();
    }

    @Override
    public FactKind kind() {
        return FactKind.WEEK_ORDER;
    }

    @Override
    public long rank() {
        return EditOrder.rank(edit, recordedAt);
    }
}

package freshlegs.streams.review;

import freshlegs.model.AthleteId;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.model.result.WeekReview;
import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Shape;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Looks back on a week, Monday to Sunday, on its Sunday. It is part of what that day says: a function of what is known of nine weeks,
 * so that whatever is heard of them later corrects it.
 */
public final class Review {
    /** The week and the eight before it. */
    public static final int LOOK_BACK_DAYS = (1 + Weeks.LOOK_BACK) * Weeks.DAYS;

    private Review() {}

    /** Whether a week ends with the day. */
    public static boolean isDue(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * The review of the week that ends with the last of {@code days}, a Sunday; they are oldest first, without gaps, and no more than
     * {@link #LOOK_BACK_DAYS} of them are looked at. Empty when nothing at all is known of the week.
     */
    public static Optional<WeekReview> of(AthleteId athlete, List<ReviewedDay> days, Optional<Aim> aim) {
        Weeks weeks = Weeks.of(days);
        List<Compared> compared = Quantities.of(weeks);
        if (compared.stream().allMatch(quantity -> quantity.days().isEmpty()) && weeks.missingDays() == Weeks.DAYS) {
            return Optional.empty();
        }
        Changes changes = Changes.of(compared);
        Shape shape = Shapes.of(weeks, changes);
        Meanings meanings = new Meanings(changes, shape);
        List<Change> told = compared.stream()
                .map(quantity -> quantity.told(meanings.of(quantity.quantity())))
                .toList();
        Told week = new Told(told, shape, Standing.of(weeks), weeks.missingDays(), Occasion.of(weeks, aim));
        Asking asking = new Asking(week);
        return Optional.of(new WeekReview(
                athlete,
                weeks.monday(),
                shape,
                week.standing().worst(),
                week.missingDays(),
                told,
                runs(weeks),
                CoachWords.summary(week).strip(),
                AthleteWords.summary(week),
                asking.coach(),
                asking.athlete()));
    }

    private static List<String> runs(Weeks weeks) {
        return weeks.current().stream()
                .flatMap(day -> day.runs().stream())
                .map(ActivityAnalysis::factId)
                .toList();
    }
}

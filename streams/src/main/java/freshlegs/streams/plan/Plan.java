package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What to train: each day's prescription follows from the days before it; the day itself decides the next one's. */
public final class Plan {
    /** How many days back the plan looks; anything older is carried from day to day. */
    public static final int LOOK_BACK_DAYS = Recently.LOOK_BACK_DAYS;

    private static final int LEAST_OUTLOOK_DAYS = 14;
    private static final int OPEN_OUTLOOK_DAYS = 56;
    private static final int AFTER_GOAL_DAYS = 28;
    private static final int MOST_OUTLOOK_DAYS = 371;

    private Plan() {}

    /** How many days ahead the plan is told: a fortnight, on stated terms eight weeks, and up to four weeks behind the goal. */
    public static int outlookDays(PlanDay last) {
        if (last.course().terms().since().isEmpty()) {
            return LEAST_OUTLOOK_DAYS;
        }
        return last.prescription()
                .aim()
                .map(aim -> (int) ChronoUnit.DAYS.between(last.date(), aim.date()) + AFTER_GOAL_DAYS)
                .map(days -> Math.max(LEAST_OUTLOOK_DAYS, Math.min(days, MOST_OUTLOOK_DAYS)))
                .orElse(OPEN_OUTLOOK_DAYS);
    }

    /** The day after {@code recent}, which is oldest first and without gaps. */
    public static PlanDay next(List<PlanDay> recent, PlanFacts today) {
        Prescribing prescribing = new Prescribing(
                today.athlete(),
                Recently.before(today.date(), recent),
                today.wishes(),
                HeartRates.of(today.body()),
                today.date());
        return new Following(prescribing, today).day();
    }

    /**
     * The days after the last of {@code recent} as they would be if all went as it is asked; {@code ahead} is what is asked of each of
     * them.
     */
    public static List<Prescription> outlook(AthleteId athlete, List<PlanDay> recent, List<Wishes> ahead) {
        List<Prescription> outlook = new ArrayList<>();
        if (recent.isEmpty()) {
            return outlook;
        }
        List<PlanDay> days = new ArrayList<>(recent);
        PlanDay last = recent.get(recent.size() - 1);
        LocalDate date = last.date();
        for (Wishes wishes : ahead) {
            date = date.plusDays(1);
            Prescribing prescribing =
                    new Prescribing(athlete, Recently.before(date, days), wishes, last.heartRates(), last.date());
            PlanDay assumed = new Assuming(prescribing, last).day();
            outlook.add(assumed.prescription());
            days.add(assumed);
        }
        return List.copyOf(outlook);
    }
}

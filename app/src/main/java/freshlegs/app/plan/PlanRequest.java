package freshlegs.app.plan;

import freshlegs.app.problem.Problem;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody asks of a plan: where to, from which baseline, on which days. It is checked as it is made, before anything is
 * started; {@code today} is the day on which it is asked.
 */
public record PlanRequest(
        LocalDate today,
        LocalDate from,
        EventWords goal,
        OptionalInt targetSeconds,
        Optional<EventWords> baseline,
        Set<DayOfWeek> days,
        DayOfWeek longRun,
        PlanTerms.Mode mode,
        int mostChangesAWeek) {
    /** Paces are taken from a benchmark of at most so many weeks. */
    public static final int BASELINE_WEEKS = 8;

    private static final int SHORTEST_WEEKS = 3;
    private static final int MOST_DAYS = 6;
    private static final int FARTHEST_DAYS = 366;
    private static final String GOAL = "5K on 2027-04-10";

    public PlanRequest {
        days = Set.copyOf(days);
        require(
                goal.date().isAfter(today) || from.isBefore(today),
                "The goal's day, " + goal.date() + ", is over: name one that lies ahead.");
        require(goal.date().isAfter(from), "The goal's day must lie after the plan's first day, " + from + ".");
        require(
                ChronoUnit.DAYS.between(today, from) <= FARTHEST_DAYS,
                "A plan may begin at most a year from today, not on " + from + ".");
        require(
                EventWords.isRun(goal.metres()),
                "A plan leads to a run of " + EventWords.RUNS + ", not of " + goal.metres() + " m.");
        require(
                days.size() >= PlanTerms.FEWEST_DAYS,
                "A plan needs at least " + PlanTerms.FEWEST_DAYS + " training days a week, such as Tue,Thu,Sun.");
        require(days.size() <= MOST_DAYS, "One day a week stays free: name at most " + MOST_DAYS + " training days.");
        require(
                days.contains(longRun),
                "The long run's day, " + TrainingDays.text(longRun) + ", is not one of the training days, "
                        + TrainingDays.text(days) + ".");
        require(
                mostChangesAWeek >= 0 && mostChangesAWeek <= 7,
                "The number of changes a week must lie between 0 and 7, not be " + mostChangesAWeek + ".");
        baseline.ifPresent(ran -> ran.checkRan("baseline", today));
    }

    /** {@code 5K on 2027-04-10}; a time in it is the target. */
    public static EventWords goal(String text) {
        return EventWords.parse("A goal", GOAL, text);
    }

    /** {@code 5K 22:30 on 2026-11-20}, or {@code none}. */
    public static Optional<EventWords> baseline(String text) {
        return text.strip().equalsIgnoreCase("none")
                ? Optional.empty()
                : Optional.of(EventWords.parse("A baseline", EventWords.EXAMPLE, text));
    }

    /** The target of the goal, however it was said. */
    public OptionalInt target() {
        return targetSeconds.isPresent() ? targetSeconds : goal.seconds();
    }

    public Goal.Event event() {
        return goal.event().orElse(Goal.Event.RACE);
    }

    /** What may surprise, each in a sentence. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        long weeks = ChronoUnit.DAYS.between(from, goal.date()) / 7;
        if (weeks < SHORTEST_WEEKS) {
            remarks.add("Only " + ChronoUnit.DAYS.between(from, goal.date())
                    + " days are left to the goal: too few to build anything, so the plan freshens up for it.");
        }
        if (baseline.isEmpty()) {
            remarks.add("Without a baseline paces go by effort until the first time trial.");
        } else if (isOld(baseline.get().date(), from.isBefore(today) ? from : today)) {
            remarks.add("The baseline is older than " + BASELINE_WEEKS
                    + " weeks: paces go by effort until the first time trial.");
        }
        return List.copyOf(remarks);
    }

    /** Whether paces are no longer taken from what was run on that day. */
    public static boolean isOld(LocalDate ran, LocalDate today) {
        return ran.plusWeeks(BASELINE_WEEKS).isBefore(today);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Problem.wrongUse(sentence);
        }
    }
}

package freshlegs.app.plan;

import freshlegs.app.output.RaceTime;
import freshlegs.app.problem.Problem;
import freshlegs.coach.PlanWish;
import freshlegs.model.fact.PlanTerms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What somebody typed into the fields of a plan's page, as a request; a plan begins on the day on which it is asked for. */
public final class PageRequest {
    private PageRequest() {}

    public static PlanRequest of(PlanWish wish, LocalDate today) {
        require(!wish.distance().isEmpty(), "The goal needs a distance, such as 5K.");
        require(!wish.on().isEmpty(), "The goal needs a day.");
        require(!wish.days().isEmpty(), "A plan needs training days: choose at least three.");
        String event = wish.event().equals("time-trial") ? " time trial" : " race";
        return new PlanRequest(
                today,
                today,
                PlanRequest.goal(wish.distance() + event + " on " + wish.on()),
                wish.target().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(RaceTime.seconds("The time hoped for", wish.target())),
                baseline(wish),
                TrainingDays.parse("Training days", String.join(",", wish.days())),
                TrainingDays.day("The day of the long run", wish.longRun()),
                PlanTerms.Mode.of(wish.mode())
                        .orElseThrow(() -> Problem.wrongUse("Changes must hold at once or be proposed first.")),
                PlanTerms.DEFAULT_CHANGES_A_WEEK);
    }

    /** There is none while neither its time nor its day is told. */
    private static Optional<EventWords> baseline(PlanWish wish) {
        if (wish.baselineTime().isEmpty() && wish.baselineOn().isEmpty()) {
            return Optional.empty();
        }
        require(!wish.baselineDistance().isEmpty(), "The last race or time trial needs its distance, such as 5K.");
        require(!wish.baselineTime().isEmpty(), "The last race or time trial needs its time, such as 22:30.");
        require(!wish.baselineOn().isEmpty(), "The last race or time trial needs its day.");
        return PlanRequest.baseline(wish.baselineDistance() + " " + wish.baselineTime() + " on " + wish.baselineOn());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Problem.wrongUse(sentence);
        }
    }
}

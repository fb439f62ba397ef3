package freshlegs.coach.page;

import freshlegs.model.plan.Done;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One day of the plan with all that an athlete wants to know of it; {@code facts} is its size, effort and surface. */
public record PlannedDay(
        String isoDate,
        String day,
        boolean today,
        boolean run,
        boolean hard,
        String title,
        String purpose,
        List<String> facts,
        List<Piece> pieces,
        List<String> hints,
        List<String> extras,
        List<String> reminders,
        Optional<PlanChange> change,
        Optional<Did> done) {

    /** What was run, and how that went in one word. */
    public record Did(String grade, String said) {
        static Did of(Done done, Units units) {
            String grade =
                    switch (done.grade()) {
                        case SUCCESS -> "as planned";
                        case FAILURE -> "not as planned";
                        case UNCLEAR -> "too little is known to grade it";
                    };
            return new Did(grade, units.prose(done.said()));
        }
    }

    static PlannedDay of(Prescription day, LocalDate today, Units units) {
        Workout workout = day.prescribed();
        boolean run = workout.kind().isRun();
        return new PlannedDay(
                day.date().toString(),
                Days.shortDay(day.date()),
                day.date().equals(today),
                run,
                workout.hard(),
                workout.title(),
                workout.kind().purpose() + ".",
                facts(workout, units),
                Piece.of(workout, Piece.Telling.WITH_HEART_RATES, units),
                run ? hints(workout) : List.of(),
                workout.extras().stream().map(Extra::words).toList(),
                workout.reminders().stream().map(Reminder::words).toList(),
                PlanChange.of(day, today, units),
                day.done().map(done -> Did.of(done, units)));
    }

    /** Whether there is more to it than its title. */
    public boolean hasMore() {
        return run || !extras.isEmpty() || !reminders.isEmpty();
    }

    public String factsLine() {
        return String.join(" · ", facts);
    }

    private static List<String> facts(Workout workout, Units units) {
        List<String> facts = new ArrayList<>();
        if (workout.minutes() > 0) {
            facts.add(Numbers.minutes(workout.minutes()));
        }
        if (workout.metres() > 0) {
            facts.add("about " + units.distance(workout.metres()));
        }
        effort(workout.effort()).ifPresent(facts::add);
        if (workout.kind().isRun()) {
            facts.add(workout.surface().words());
        }
        return List.copyOf(facts);
    }

    /** How hard it may feel; nothing where nothing is asked. */
    public static Optional<String> effort(Effort effort) {
        if (effort.highest() == 0) {
            return Optional.empty();
        }
        String range = effort.lowest() == effort.highest()
                ? "" + effort.highest()
                : effort.lowest() + " to " + effort.highest();
        return Optional.of("effort " + range + " of 10");
    }

    /** How to hold oneself, how to breathe, and the word to come back to. */
    public static List<String> hints(Workout workout) {
        return List.of(
                workout.focus().posture() + ".",
                workout.focus().breathing() + ".",
                "Cue word: " + workout.focus().cue() + ".");
    }
}

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
import java.util.Locale;
import java.util.Optional;

/** One day of the plan with all that an athlete wants to know of it; {@code size} its time and distance, {@code facts} those with effort and surface. */
public record PlannedDay(
        String isoDate,
        String day,
        boolean today,
        boolean run,
        boolean hard,
        String title,
        String purpose,
        List<String> size,
        List<String> facts,
        List<Piece> pieces,
        List<String> hints,
        List<String> extras,
        List<String> reminders,
        Optional<PlanChange> change,
        Optional<Did> done) {

    /** What was run, and how that went in one word. */
    public record Did(String grade, String said) {
        static Did of(Done done, Voice voice) {
            String grade = "plan.grade." + done.grade().name().toLowerCase(Locale.ROOT);
            return new Did(voice.say(grade), voice.units().prose(done.said()));
        }
    }

    static PlannedDay of(Prescription day, LocalDate today, Voice voice) {
        Workout workout = day.prescribed();
        boolean run = workout.kind().isRun();
        return new PlannedDay(
                day.date().toString(),
                voice.shortDay(day.date()),
                day.date().equals(today),
                run,
                workout.hard(),
                workout.title(),
                workout.kind().purpose() + ".",
                size(workout, voice),
                facts(workout, voice),
                Piece.of(workout, Piece.Telling.WITH_HEART_RATES, voice),
                run ? hints(workout, voice) : List.of(),
                workout.extras().stream().map(Extra::words).toList(),
                workout.reminders().stream().map(Reminder::words).toList(),
                PlanChange.of(day, today, voice),
                day.done().map(done -> Did.of(done, voice)));
    }

    /** Whether there is more to it than its title. */
    public boolean hasMore() {
        return run || !extras.isEmpty() || !reminders.isEmpty();
    }

    public String factsLine() {
        return String.join(" · ", facts);
    }

    private static List<String> size(Workout workout, Voice voice) {
        List<String> size = new ArrayList<>();
        if (workout.minutes() > 0) {
            size.add(Numbers.minutes(workout.minutes()));
        }
        if (workout.metres() > 0) {
            size.add(voice.say("plan.about", voice.units().distance(workout.metres())));
        }
        return List.copyOf(size);
    }

    private static List<String> facts(Workout workout, Voice voice) {
        List<String> facts = new ArrayList<>(size(workout, voice));
        effort(workout.effort(), voice).ifPresent(facts::add);
        if (workout.kind().isRun()) {
            facts.add(workout.surface().words());
        }
        return List.copyOf(facts);
    }

    /** How hard it may feel; nothing where nothing is asked. */
    public static Optional<String> effort(Effort effort, Voice voice) {
        if (effort.highest() == 0) {
            return Optional.empty();
        }
        String range = effort.lowest() == effort.highest()
                ? "" + effort.highest()
                : voice.say("words.to", effort.lowest(), effort.highest());
        return Optional.of(voice.say("plan.effort", range));
    }

    /** How to hold oneself, how to breathe, and the word to come back to. */
    public static List<String> hints(Workout workout, Voice voice) {
        return List.of(
                workout.focus().posture() + ".",
                workout.focus().breathing() + ".",
                voice.say("plan.cue", workout.focus().cue()));
    }
}

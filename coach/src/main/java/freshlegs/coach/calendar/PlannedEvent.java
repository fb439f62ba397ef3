package freshlegs.coach.calendar;

import freshlegs.coach.page.Piece;
import freshlegs.coach.page.PlanChange;
import freshlegs.coach.page.PlannedDay;
import freshlegs.coach.page.Units;
import freshlegs.coach.page.Voice;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A planned run in the words of a calendar; since calendars are shared, nothing in it tells how an athlete is. */
public record PlannedEvent(LocalDate date, String title, String description) {
    /** A calendar is fetched without anybody saying in which language. */
    private static final Voice VOICE = Voice.english(Units.METRIC);

    private static final Pattern DETAILS = Pattern.compile("[,:].*");

    /** Nothing on a day without a run. */
    public static Optional<PlannedEvent> of(Prescription day) {
        Workout workout = day.prescribed();
        return workout.kind().isRun()
                ? Optional.of(new PlannedEvent(day.date(), title(workout), description(day)))
                : Optional.empty();
    }

    /** Such as {@code Easy run 40 min}. */
    static String title(Workout workout) {
        String title = workout.kind() == Workout.Kind.RACE
                ? workout.title()
                : DETAILS.matcher(workout.title()).replaceFirst("");
        boolean timeSaysMore = workout.minutes() > 0 && !title.contains("min") && workout.kind() != Workout.Kind.RACE;
        return timeSaysMore ? title + ", " + workout.minutes() + " min" : title;
    }

    private static String description(Prescription day) {
        Workout workout = day.prescribed();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(workout.title() + ". " + workout.kind().purpose() + ".");
        Piece.of(workout, Piece.Telling.WITHOUT_HEART_RATES, VOICE).stream()
                .map(piece -> "- " + piece.line())
                .reduce((one, other) -> one + "\n" + other)
                .ifPresent(paragraphs::add);
        PlannedDay.effort(workout.effort(), VOICE)
                .map(effort -> "Effort" + effort.substring("effort".length()) + ".")
                .ifPresent(paragraphs::add);
        paragraphs.add("On " + workout.surface().words() + ".");
        paragraphs.add(String.join(" ", PlannedDay.hints(workout, VOICE)));
        all("Also: ", workout.extras().stream().map(Extra::words).toList()).ifPresent(paragraphs::add);
        all("Remember: ", workout.reminders().stream().map(Reminder::words).toList())
                .ifPresent(paragraphs::add);
        change(day).ifPresent(paragraphs::add);
        return String.join("\n", paragraphs);
    }

    private static Optional<String> all(String what, List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(what + words.stream().collect(Collectors.joining("; ")) + ".");
    }

    /** What changed, calmly: the plan's own reason may say more than others should read. */
    private static Optional<String> change(Prescription day) {
        return day.adjustment()
                .filter(adjustment -> !day.prescribed().equals(day.planned()))
                .map(adjustment -> "Changed: " + PlanChange.words(day.planned()) + " was planned. "
                        + calmly(adjustment.cause())
                        + Optional.ofNullable(adjustment.until())
                                .flatMap(until -> until)
                                .map(last ->
                                        " Foreseen until " + VOICE.sayings().shortDay(last) + ".")
                                .orElse(""));
    }

    private static String calmly(AdjustmentCause cause) {
        return switch (cause) {
            case FATIGUE, ILLNESS, SAFETY, SORENESS -> "Lighter for now, so that the training can take effect.";
            case SPACING -> "Hard days are kept apart.";
            case LOAD -> "Kept close to what was run lately.";
            case AVAILABILITY -> "Fitted to the time there is.";
            case WEATHER -> "Fitted to the weather.";
            case DONE -> "What was planned has been run already.";
        };
    }
}

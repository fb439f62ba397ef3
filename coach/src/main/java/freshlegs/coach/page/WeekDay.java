package freshlegs.coach.page;

import freshlegs.model.plan.Workout;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day of the week as its athlete sees it: what is planned, what was run, and whether it counts most ({@code key}). {@code mark} is one
 * of done, ran, missed, held, rest, planned and none.
 */
public record WeekDay(
        String isoDate,
        String day,
        boolean today,
        boolean key,
        String mark,
        String title,
        String size,
        Optional<String> from,
        boolean changed) {

    /** {@code own} is the day of the week whose session comes on this day, {@code held} whether training is held today. */
    static WeekDay of(
            LocalDate date,
            Optional<Prescription> plan,
            List<ActivityAnalysis> runs,
            DayOfWeek own,
            LocalDate today,
            boolean held,
            Voice voice) {
        Optional<PlannedDay> planned = plan.map(day -> PlannedDay.of(day, today, voice));
        boolean moved =
                own != date.getDayOfWeek() && planned.filter(PlannedDay::run).isPresent();
        return new WeekDay(
                date.toString(),
                voice.shortDay(date),
                date.equals(today),
                plan.map(Prescription::prescribed).filter(WeekDay::isKey).isPresent(),
                mark(date, plan, !runs.isEmpty(), today, held),
                planned.map(PlannedDay::title).orElse(""),
                size(planned, runs, voice),
                moved
                        ? Optional.of(voice.shortDay(PlannedWeek.monday(date).plusDays(own.getValue() - 1L)))
                        : Optional.empty(),
                planned.flatMap(PlannedDay::change)
                        .filter(change -> !change.kept())
                        .isPresent());
    }

    private static boolean isKey(Workout workout) {
        return workout.hard() || workout.kind() == Workout.Kind.LONG || workout.kind() == Workout.Kind.RACE;
    }

    private static String mark(
            LocalDate date, Optional<Prescription> plan, boolean ran, LocalDate today, boolean held) {
        if (plan.flatMap(Prescription::done).isPresent()) {
            return "done";
        }
        if (ran) {
            return "ran";
        }
        if (plan.isEmpty()) {
            return "none";
        }
        if (!plan.get().prescribed().kind().isRun()) {
            return "rest";
        }
        if (held && date.equals(today)) {
            return "held";
        }
        return date.isBefore(today) ? "missed" : "planned";
    }

    /** What was run, else what is planned. */
    private static String size(Optional<PlannedDay> planned, List<ActivityAnalysis> runs, Voice voice) {
        double metres =
                runs.stream().mapToDouble(ActivityAnalysis::distanceMetres).sum();
        double seconds =
                runs.stream().mapToDouble(ActivityAnalysis::timerSeconds).sum();
        if (runs.isEmpty()) {
            return planned.map(day -> String.join(" · ", day.size())).orElse("");
        }
        String time = RunWords.time(seconds);
        return metres > 0 ? new RunWords(voice.units()).distance(metres) + " · " + time : time;
    }
}

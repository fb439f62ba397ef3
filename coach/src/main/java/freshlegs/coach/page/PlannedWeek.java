package freshlegs.coach.page;

import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A week of the plan: its place on the way to the race, what it is for, its bounds, its days. */
public record PlannedWeek(
        String isoMonday,
        String span,
        String place,
        String purpose,
        List<String> bounds,
        String sum,
        List<PlannedDay> days) {

    private static final int MINUTES_PER_HOUR = 60;

    /** The weeks that the days lie in, the first one first. */
    static List<PlannedWeek> of(List<Prescription> plan, LocalDate today, Units units) {
        Map<LocalDate, List<Prescription>> weeks = plan.stream()
                .collect(Collectors.groupingBy(day -> monday(day.date()), TreeMap::new, Collectors.toList()));
        return weeks.entrySet().stream()
                .map(week -> of(week.getKey(), week.getValue(), today, units))
                .toList();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static PlannedWeek of(LocalDate monday, List<Prescription> days, LocalDate today, Units units) {
        Optional<PlanWeek> week =
                days.stream().flatMap(day -> day.week().stream()).findFirst();
        return new PlannedWeek(
                monday.toString(),
                Days.shortDay(monday) + " to " + Days.shortDay(monday.plusDays(6)),
                week.map(PlannedWeek::place).orElse(""),
                week.map(known -> Days.sentence(known.kind().words())).orElse(""),
                week.map(known -> bounds(known, units)).orElse(List.of()),
                sum(days, units),
                days.stream().map(day -> PlannedDay.of(day, today, units)).toList());
    }

    /** Such as {@code Week 3 of 16}; nothing without a plan. */
    static String place(PlanWeek week) {
        return week.number() < 1
                ? ""
                : "Week " + week.number()
                        + (week.of().isPresent() ? " of " + week.of().getAsInt() : "");
    }

    private static List<String> bounds(PlanWeek week, Units units) {
        List<String> bounds = new ArrayList<>();
        if (week.mostMetres() > 0) {
            bounds.add("all runs together at most " + units.distance(week.mostMetres()));
        }
        atLeast(week.leastEasyRuns(), "easy run").ifPresent(bounds::add);
        atLeast(week.leastMobility(), "time of mobility").ifPresent(bounds::add);
        atLeast(week.leastCrossTraining(), "time of cross-training").ifPresent(bounds::add);
        return List.copyOf(bounds);
    }

    private static Optional<String> atLeast(int count, String what) {
        String words = count == 1 ? what : what.replaceFirst("^(easy run|time)", "$1s");
        return count < 1 ? Optional.empty() : Optional.of("at least " + count + " " + words);
    }

    private static String sum(List<Prescription> days, Units units) {
        List<Workout> runs = days.stream()
                .map(Prescription::prescribed)
                .filter(workout -> workout.kind().isRun())
                .toList();
        int minutes = runs.stream().mapToInt(Workout::minutes).sum();
        int metres = runs.stream().mapToInt(Workout::metres).sum();
        String time = minutes < MINUTES_PER_HOUR
                ? Numbers.minutes(minutes)
                : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
        return runs.isEmpty()
                ? "no runs"
                : (runs.size() == 1 ? "1 run, " : runs.size() + " runs, ")
                        + time
                        + (metres == 0 ? "" : ", about " + units.distance(metres));
    }
}

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
    static List<PlannedWeek> of(List<Prescription> plan, LocalDate today, Voice voice) {
        Map<LocalDate, List<Prescription>> weeks = plan.stream()
                .collect(Collectors.groupingBy(day -> monday(day.date()), TreeMap::new, Collectors.toList()));
        return weeks.entrySet().stream()
                .map(week -> of(week.getKey(), week.getValue(), today, voice))
                .toList();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static PlannedWeek of(LocalDate monday, List<Prescription> days, LocalDate today, Voice voice) {
        Optional<PlanWeek> week =
                days.stream().flatMap(day -> day.week().stream()).findFirst();
        return new PlannedWeek(
                monday.toString(),
                voice.say("words.to", voice.shortDay(monday), voice.shortDay(monday.plusDays(6))),
                week.map(known -> place(known, voice)).orElse(""),
                week.map(known -> Days.sentence(known.kind().words())).orElse(""),
                week.map(known -> bounds(known, voice)).orElse(List.of()),
                sum(days, voice),
                days.stream().map(day -> PlannedDay.of(day, today, voice)).toList());
    }

    /** Such as {@code Week 3 of 16}; nothing without a plan. */
    static String place(PlanWeek week, Voice voice) {
        if (week.number() < 1) {
            return "";
        }
        return week.of().isPresent()
                ? voice.say("plan.week-of", week.number(), week.of().getAsInt())
                : voice.say("plan.week", week.number());
    }

    private static List<String> bounds(PlanWeek week, Voice voice) {
        List<String> bounds = new ArrayList<>();
        if (week.mostMetres() > 0) {
            bounds.add(voice.say("plan.bound.metres", voice.units().distance(week.mostMetres())));
        }
        atLeast(week.leastEasyRuns(), "plan.bound.easy", voice).ifPresent(bounds::add);
        atLeast(week.leastMobility(), "plan.bound.mobility", voice).ifPresent(bounds::add);
        atLeast(week.leastCrossTraining(), "plan.bound.cross-training", voice).ifPresent(bounds::add);
        return List.copyOf(bounds);
    }

    private static Optional<String> atLeast(int count, String key, Voice voice) {
        return count < 1 ? Optional.empty() : Optional.of(voice.say(key, count));
    }

    private static String sum(List<Prescription> days, Voice voice) {
        List<Workout> runs = days.stream()
                .map(Prescription::prescribed)
                .filter(workout -> workout.kind().isRun())
                .toList();
        int minutes = runs.stream().mapToInt(Workout::minutes).sum();
        int metres = runs.stream().mapToInt(Workout::metres).sum();
        String time = minutes < MINUTES_PER_HOUR
                ? Numbers.minutes(minutes)
                : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
        if (runs.isEmpty()) {
            return voice.say("plan.no-runs");
        }
        String sum = voice.say("words.runs", runs.size()) + ", " + time;
        return metres == 0
                ? sum
                : sum + ", " + voice.say("plan.about", voice.units().distance(metres));
    }
}

package freshlegs.app.plan;

import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One week of a plan: which it is, what it is for, what it may and should hold, and its days. */
record WeekSheet(List<Prescription> days, LocalDate today) {
    private static final int DAYS = 7;
    private static final int OFTEN = 3;

    static LocalDate mondayOf(Prescription day) {
        return day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public String toString() {
        StringBuilder sheet = new StringBuilder(heading()).append('\n');
        String bounds = String.join(" ", bounds());
        if (!bounds.isBlank()) {
            sheet.append(Wrapped.text("", bounds));
        }
        Set<Reminder> often = often();
        if (!often.isEmpty()) {
            sheet.append(Wrapped.text(
                    "", "All week: " + often.stream().map(Reminder::words).collect(Collectors.joining(". ")) + "."));
        }
        days.forEach(day -> sheet.append(new DaySheet(day, today, often)));
        return sheet.toString();
    }

    /** What would be said on so many of the days that are left that once is enough. */
    private Set<Reminder> often() {
        Set<Reminder> often = EnumSet.noneOf(Reminder.class);
        for (Reminder reminder : Reminder.values()) {
            long times = days.stream()
                    .filter(day -> !day.date().isBefore(today))
                    .filter(day -> day.prescribed().reminders().contains(reminder))
                    .count();
            if (times >= OFTEN) {
                often.add(reminder);
            }
        }
        return often;
    }

    private Optional<PlanWeek> week() {
        return days.stream().flatMap(day -> day.week().stream()).reduce((earlier, later) -> later);
    }

    private String heading() {
        LocalDate monday = mondayOf(days.get(0));
        String dates = Words.day(monday) + " to " + Words.dayAndYear(monday.plusDays(DAYS - 1L));
        return week().filter(week -> week.number() > 0)
                .map(week -> "Week " + week.number()
                        + (week.of().isPresent() ? " of " + week.of().getAsInt() : "") + ", " + dates + ": "
                        + week.kind().words())
                .orElse(dates);
    }

    private List<String> bounds() {
        List<String> bounds = new ArrayList<>();
        bounds.add("Step " + days.get(days.size() - 1).level() + " of the ladder, "
                + days.get(days.size() - 1).levelName() + ".");
        if (days.size() == DAYS) {
            bounds.add(planned());
        }
        week().filter(week -> week.mostMetres() > 0)
                .ifPresent(week -> bounds.add("At most " + Words.kilometres(week.mostMetres())
                        + (hasRace() ? " besides the race." : " in all.")));
        week().filter(week -> week.number() > 0).map(WeekSheet::least).ifPresent(bounds::add);
        return bounds;
    }

    private boolean hasRace() {
        return days.stream().anyMatch(day -> day.planned().kind() == Workout.Kind.RACE);
    }

    private String planned() {
        List<Workout> runs = days.stream()
                .map(Prescription::prescribed)
                .filter(workout -> workout.kind().isRun())
                .toList();
        int metres = runs.stream().mapToInt(Workout::metres).sum();
        int hard = (int) runs.stream().filter(Workout::hard).count();
        return Words.many(runs.size(), "run") + (metres > 0 ? ", " + Words.kilometres(metres) : "")
                + (hard > 0 ? ", " + hard + " of them hard" : ", none of them hard") + ".";
    }

    /** What the week should hold whatever else changes. */
    private static String least(PlanWeek week) {
        List<String> least = new ArrayList<>();
        if (week.leastEasyRuns() > 0) {
            least.add(Words.many(week.leastEasyRuns(), "easy run"));
        }
        if (week.leastMobility() > 0) {
            least.add("mobility " + times(week.leastMobility()));
        }
        if (week.leastCrossTraining() > 0) {
            least.add("cross-training " + times(week.leastCrossTraining()));
        }
        return least.isEmpty() ? "" : "At least " + String.join(", ", least) + ".";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }
}

package freshlegs.streams.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether two days of a plan may change places: what the plan would undo anyway is refused beforehand, by the rule that forbids it.
 */
public final class Moving {
    private final List<Day> days;
    private final LocalDate today;

    /** {@code days} are those around the week in question, as they stand; nothing of {@code today} and before moves. */
    public Moving(List<Day> days, LocalDate today) {
        this.days = List.copyOf(days);
        this.today = today;
    }

    /** A day of the plan; {@code fixed} is a goal's own day, {@code away} one on which nothing can be run. */
    public record Day(LocalDate date, boolean run, boolean hard, boolean issued, boolean fixed, boolean away) {
        private Day at(LocalDate other) {
            return new Day(other, run, hard, issued, fixed, away);
        }
    }

    /** A rule by its name, and what it forbids here. */
    public record Refusal(String rule, String sentence) {}

    public Optional<Refusal> refusal(LocalDate from, LocalDate to) {
        if (from.equals(to) || !Week.monday(from).equals(Week.monday(to))) {
            return refused("same-week", "a session stays in its week, whose volume is framed from Monday to Sunday");
        }
        for (LocalDate day : List.of(from, to)) {
            Optional<Refusal> refusal = keepsItsPlace(day);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (!known(from).run()) {
            return refused("a-run", "there is no run on " + from + " to move");
        }
        return tooClose(from, to).or(() -> tooClose(to, from));
    }

    private Optional<Refusal> keepsItsPlace(LocalDate date) {
        if (days.stream().noneMatch(day -> day.date().equals(date))) {
            return refused("told", "the plan is not told as far as " + date);
        }
        Day day = known(date);
        if (!date.isAfter(today) || day.issued()) {
            return refused("issued", date + " has begun, and what was issued stays");
        }
        if (isAround(date, day)) {
            return refused("race", "a race, the day before it and two days of rest after it keep their places");
        }
        return day.away() ? refused("away", "nothing can be run on " + date) : Optional.empty();
    }

    private boolean isAround(LocalDate date, Day day) {
        return day.fixed()
                || isGoal(date.plusDays(1))
                || date.minusDays(Week.REST_AFTER_RACE_DAYS).datesUntil(date).anyMatch(this::isGoal);
    }

    private boolean isGoal(LocalDate date) {
        return any(day -> day.fixed() && day.date().equals(date));
    }

    /** Of the session that comes to the {@code place} of another one. */
    private Optional<Refusal> tooClose(LocalDate from, LocalDate place) {
        if (!known(from).hard()) {
            return Optional.empty();
        }
        Optional<LocalDate> race = days.stream()
                .filter(Day::fixed)
                .map(Day::date)
                .filter(goal -> goal.isAfter(place) && ChronoUnit.DAYS.between(place, goal) < Week.LAST_KEY_DAYS)
                .findFirst();
        if (race.isPresent()) {
            return refused("fresh", "the last hard session lies three days or more before the race of " + race.get());
        }
        return days.stream()
                .map(day -> day.date().equals(from)
                        ? known(place).at(from)
                        : day.date().equals(place) ? known(from).at(place) : day)
                .filter(day -> day.hard() && !day.date().equals(place))
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day.date(), place)) < Terms.APART_DAYS)
                .findFirst()
                .flatMap(day -> refused(
                        "hard-days-apart", "hard days keep 72 hours from each other, and " + day.date() + " is hard"));
    }

    private Day known(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst().orElseThrow();
    }

    private boolean any(Predicate<Day> property) {
        return days.stream().anyMatch(property);
    }

    private static Optional<Refusal> refused(String rule, String sentence) {
        return Optional.of(new Refusal(rule, sentence));
    }
}

package freshlegs.coach.page;

import freshlegs.model.result.WeekReview;
import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Meaning;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** One reviewed week: the sentences, what rose or fell, and the other quantities for whoever wants to see them. */
public record Week(String monday, String span, String summary, String question, List<Moved> moved, List<Moved> others) {

    /** One quantity against what is usual, and what that rests on. */
    public record Moved(String name, String went, boolean worse, String now, String usual, String noise, String rests) {

        static Moved of(Change change, Units units) {
            return new Moved(
                    words(change.quantity()),
                    went(change),
                    change.meaning() == Meaning.WORSE,
                    number(change.value(), change, units),
                    number(change.usual(), change, units),
                    number(change.noise(), change, units),
                    Days.dayCount(change.days().size()) + " against " + before(change));
        }

        private static String went(Change change) {
            String meaning = change.meaning() == Meaning.NEUTRAL
                    ? ""
                    : ", " + change.meaning().name().toLowerCase(Locale.ROOT);
            return switch (change.direction()) {
                case ROSE -> "▲ rose" + meaning;
                case FELL -> "▼ fell" + meaning;
                case STEADY -> "as usual";
                case UNKNOWN -> "not known";
            };
        }

        private static String number(OptionalDouble number, Change change, Units units) {
            return number.isPresent() ? units.quantity(number.getAsDouble(), change.unit()) : Numbers.NONE;
        }

        private static String before(Change change) {
            String what =
                    switch (change.quantity()) {
                        case RUNNING_MINUTES, DISTANCE, RUNS, LOAD, HARD_DAYS -> "week";
                        case HEART_RATE_AT_PACE, EFFORT, QUALITY -> "run";
                        case KEY_SESSIONS -> "key session";
                        case RESTING_HEART_RATE, HRV, SLEEP -> "night";
                        case FEELING, FATIGUE, MOOD, SORENESS, STRESS, SLEEP_QUALITY -> "check-in";
                    };
            return change.before() + " " + what + (change.before() == 1 ? "" : "s");
        }
    }

    static Week of(WeekReview review, Units units) {
        return new Week(
                review.week().toString(),
                Days.shortDay(review.week()) + " to " + Days.day(review.week().plusDays(6)),
                units.prose(review.summary()),
                units.prose(review.question().orElse("")),
                those(review, Week::isNamed, units),
                those(review, change -> !isNamed(change), units));
    }

    private static boolean isNamed(Change change) {
        return change.direction() == Direction.ROSE || change.direction() == Direction.FELL;
    }

    private static List<Moved> those(WeekReview review, Predicate<Change> which, Units units) {
        return review.changes().stream()
                .filter(which)
                .map(change -> Moved.of(change, units))
                .toList();
    }

    static String words(Quantity quantity) {
        return switch (quantity) {
            case HRV -> "Heart rate variability";
            case FEELING -> "How it feels";
            case EFFORT -> "Effort of runs";
            case QUALITY -> "Quality of runs";
            case RUNNING_MINUTES -> "Time running";
            default -> {
                String name = quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            }
        };
    }
}

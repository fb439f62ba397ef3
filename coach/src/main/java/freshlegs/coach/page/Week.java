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

        static Moved of(Change change, Voice voice) {
            return new Moved(
                    voice.say("athlete.quantity." + key(change.quantity())),
                    went(change, voice),
                    change.meaning() == Meaning.WORSE,
                    number(change.value(), change, voice),
                    number(change.usual(), change, voice),
                    number(change.noise(), change, voice),
                    voice.say(
                            "athlete.moved.against",
                            voice.say("words.days", change.days().size()),
                            before(change, voice)));
        }

        private static String went(Change change, Voice voice) {
            String meaning = change.meaning() == Meaning.NEUTRAL
                    ? ""
                    : ", "
                            + voice.say(
                                    "athlete.moved." + change.meaning().name().toLowerCase(Locale.ROOT));
            return switch (change.direction()) {
                case ROSE -> "▲ " + voice.say("athlete.moved.rose") + meaning;
                case FELL -> "▼ " + voice.say("athlete.moved.fell") + meaning;
                case STEADY -> voice.say("athlete.moved.steady");
                case UNKNOWN -> voice.say("words.not-known");
            };
        }

        private static String number(OptionalDouble number, Change change, Voice voice) {
            if (number.isEmpty()) {
                return Numbers.NONE;
            }
            return change.quantity() == Quantity.DISTANCE
                    ? voice.units().quantity(number.getAsDouble(), change.unit())
                    : Numbers.plain(number.getAsDouble()) + " " + voice.say("athlete.unit." + key(change.quantity()));
        }

        private static String before(Change change, Voice voice) {
            String what =
                    switch (change.quantity()) {
                        case RUNNING_MINUTES, DISTANCE, RUNS, LOAD, HARD_DAYS -> "words.weeks";
                        case HEART_RATE_AT_PACE, EFFORT, QUALITY -> "words.runs";
                        case KEY_SESSIONS -> "words.key-sessions";
                        case RESTING_HEART_RATE, HRV, SLEEP -> "words.nights";
                        case FEELING, FATIGUE, MOOD, SORENESS, STRESS, SLEEP_QUALITY -> "words.check-ins";
                    };
            return voice.say(what, change.before());
        }
    }

    static Week of(WeekReview review, Voice voice) {
        return new Week(
                review.week().toString(),
                voice.say(
                        "words.to",
                        voice.shortDay(review.week()),
                        voice.day(review.week().plusDays(6))),
                voice.units().prose(review.summary()),
                voice.units().prose(review.question().orElse("")),
                those(review, Week::isNamed, voice),
                those(review, change -> !isNamed(change), voice));
    }

    private static boolean isNamed(Change change) {
        return change.direction() == Direction.ROSE || change.direction() == Direction.FELL;
    }

    private static List<Moved> those(WeekReview review, Predicate<Change> which, Voice voice) {
        return review.changes().stream()
                .filter(which)
                .map(change -> Moved.of(change, voice))
                .toList();
    }

    private static String key(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

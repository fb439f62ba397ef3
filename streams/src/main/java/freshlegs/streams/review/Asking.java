package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.model.result.WeekReview.Shape;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to ask about the coming week. Something is asked when signs of fatigue stood, when two of heart, feeling and running point the
 * wrong way, or one of them clearly: by {@value #CLEAR} times what it takes to be named, 2.5 standard errors (own choice). Less
 * volume, longer rests or a technical run is what the training guide offers then.
 */
final class Asking {
    private static final double CLEAR = 1.25;
    private static final Set<Quantity> RUNNING = EnumSet.of(Quantity.KEY_SESSIONS, Quantity.EFFORT, Quantity.QUALITY);

    private final Told week;
    private final List<Change> signs;

    Asking(Told week) {
        this.week = week;
        this.signs = week.signs();
    }

    Optional<String> coach() {
        return switch (week.standing().worst()) {
            case STOP -> Optional.of("Has a professional looked at the warning symptoms? No training before that.");
            case ILLNESS -> Optional.of("Is the athlete well again? Rest until then, and an easy beginning after it.");
            default -> isDue() ? Optional.of(seen() + " " + offered()) : Optional.empty();
        };
    }

    Optional<String> athlete() {
        return switch (week.standing().worst()) {
            case STOP ->
                Optional.of("Has a professional looked at the symptoms you named? Please do not train before.");
            case ILLNESS -> Optional.of("Are you well again? Rest until you are, and begin easily then.");
            default -> isDue() ? Optional.of(offeredCalmly()) : Optional.empty();
        };
    }

    private boolean isDue() {
        return isBroad() || signs.stream().anyMatch(Asking::isClear);
    }

    private boolean isBroad() {
        return week.standing().fatiguedDays() > 0 || kinds() > 1;
    }

    private static boolean isClear(Change change) {
        return Told.difference(change) >= CLEAR * change.noise().orElse(0);
    }

    private boolean isLight() {
        return week.shape() == Shape.LIGHTER || week.shape() == Shape.OFF;
    }

    private String seen() {
        List<Quantity> quantities = signs.stream().map(Change::quantity).toList();
        return quantities.isEmpty()
                ? "Signs of fatigue stood this week."
                : "Pointing the wrong way: " + Words.joined(Words.names(quantities)) + ".";
    }

    private String offered() {
        if (isLight()) {
            return "The week was light already: is there another reason, such as illness, stress, heat or sleep?";
        }
        if (week.occasion().isMeantToTire()) {
            return "The planned block is meant to tire: will there be easy days after it to come back?";
        }
        return isBroad()
                ? "Would less volume, longer rests between hard sessions, or a technical run instead of one help?"
                : "Is there another reason, such as stress, heat or sleep, or would an easier start of the week help?";
    }

    private String offeredCalmly() {
        if (isLight()) {
            return "Is anything else asking much of you at the moment, such as stress, heat or short nights?";
        }
        if (week.occasion().isMeantToTire()) {
            return "A hard block may feel hard. Are you looking forward to the easy days after it?";
        }
        return isBroad()
                ? "How would an easier week be: a little less, longer rests, or a technical run instead of a hard one?"
                : "How do you feel about the coming week? An easy start is a good choice if you are tired.";
    }

    /** Heart, running and how the athlete feels, sleep included. */
    private long kinds() {
        return signs.stream()
                .map(change -> Told.HEART.contains(change.quantity())
                        ? Told.HEART
                        : RUNNING.contains(change.quantity()) ? RUNNING : Set.of())
                .distinct()
                .count();
    }
}

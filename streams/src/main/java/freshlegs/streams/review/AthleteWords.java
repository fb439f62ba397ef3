package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.List;
import java.util.Locale;

/** The same week for the athlete: calmer, and with numbers only of what was trained. */
final class AthleteWords {
    private static final int MOST_NAMED = 3;

    private AthleteWords() {}

    static String summary(Told week) {
        return (training(week) + " " + rest(week)).strip();
    }

    private static String training(Told week) {
        String volume = Volume.of(week);
        Occasion occasion = week.occasion();
        return switch (week.shape()) {
            case HEAVIER ->
                occasion.isMeantToTire()
                        ? "A heavier week" + occasion.said(false) + ": " + volume + "."
                        : "You trained more than usual: " + volume + ".";
            case LIGHTER -> "A lighter week" + occasion.said(true) + ": " + volume + ".";
            case USUAL -> "You trained as usual: " + volume + ".";
            case OFF -> "A week without training" + occasion.said(false) + ".";
            case UNKNOWN ->
                volume.isEmpty() ? "Nothing of your training has arrived yet." : "You trained: " + volume + ".";
        };
    }

    private static String rest(Told week) {
        List<String> named = week.named().stream()
                .limit(MOST_NAMED)
                .map(change -> phrase(change.quantity(), change.direction() == Direction.ROSE))
                .toList();
        if (named.isEmpty()) {
            return week.anythingSteady() && week.standing().fatiguedDays() == 0
                    ? "Everything else was as usual for you."
                    : "";
        }
        return Words.sentence(Words.joined(named));
    }

    private static String phrase(Quantity quantity, boolean rose) {
        return switch (quantity) {
            case RESTING_HEART_RATE, HRV, HEART_RATE_AT_PACE ->
                "your " + Words.name(quantity) + " was a little " + (rose ? "higher" : "lower") + " than usual";
            case SLEEP -> "you slept a little " + (rose ? "longer" : "shorter") + " than usual";
            case KEY_SESSIONS -> "your key sessions were a little " + (rose ? "slower" : "faster") + " than usual";
            case EFFORT -> "your runs felt " + (rose ? "harder" : "easier") + " than usual";
            case QUALITY -> "your runs went " + (rose ? "better" : "less well") + " than usual";
            case FEELING -> "you felt " + (rose ? "less fresh" : "fresher") + " than usual";
            default ->
                "your " + quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " was a little "
                        + (rose ? "worse" : "better") + " than usual";
        };
    }
}

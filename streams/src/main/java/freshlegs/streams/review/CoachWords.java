package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Change;
import freshlegs.model.result.WeekReview.Direction;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.List;

/** A week summed up for the coach: what was trained, then what else differs, with numbers. */
final class CoachWords {
    private CoachWords() {}

    static String summary(Told week) {
        return String.join(" ", training(week), rest(week), fatigue(week.standing()))
                .strip();
    }

    private static String fatigue(Standing standing) {
        return standing.fatiguedDays() == 0
                ? ""
                : "Signs of fatigue stood on " + Words.counted(standing.fatiguedDays(), "day", "days") + ".";
    }

    private static String training(Told week) {
        String volume = Volume.of(week);
        Occasion occasion = week.occasion();
        String missing = week.missingDays() > 0 ? " (" + week.missingDays() + " of 7 days not heard of)" : "";
        return switch (week.shape()) {
            case HEAVIER -> "A heavier week" + occasion.said(false) + ": " + volume + missing + ".";
            case LIGHTER -> "A lighter week" + occasion.said(true) + ": " + volume + missing + ".";
            case USUAL -> "A week as usual" + occasion.said(false) + ": " + volume + missing + ".";
            case OFF -> "A week without training" + occasion.said(false) + ".";
            case UNKNOWN ->
                volume.isEmpty()
                        ? "No training was heard of" + missing + "."
                        : Words.sentence(volume + (missing.isEmpty() ? ", too early to say what is usual" : missing));
        };
    }

    private static String rest(Told week) {
        List<String> named =
                week.named().stream().map(change -> phrase(change, week)).toList();
        String unknown = Words.joined(Words.names(week.unknown()));
        if (named.isEmpty() && !week.anythingSteady()) {
            return unknown.isEmpty() ? "" : "Too little is known of " + unknown + " to compare.";
        }
        String rest = named.isEmpty()
                ? (week.standing().fatiguedDays() > 0
                        ? "no other number differs clearly from usual"
                        : "everything else as usual")
                : Words.joined(named) + (week.anythingSteady() ? "; the rest as usual" : "");
        return Words.sentence(rest + (unknown.isEmpty() ? "" : "; too little known of " + unknown));
    }

    private static String phrase(Change change, Told week) {
        boolean rose = change.direction() == Direction.ROSE;
        String name = Words.name(change.quantity());
        double difference = Told.difference(change);
        String by = Words.number(difference);
        String points = name + " " + Words.counted(difference, "point", "points");
        return switch (change.quantity()) {
            case HEART_RATE_AT_PACE, RESTING_HEART_RATE -> name + " " + by + " bpm" + against(rose);
            case HRV -> name + " " + by + " ms" + against(rose);
            case SLEEP -> name + " " + by + " h" + against(rose);
            case KEY_SESSIONS -> name + " " + by + " %" + (rose ? " slower" : " faster") + " than usual";
            case EFFORT, QUALITY -> points + against(rose);
            case FEELING -> points + worse(rose) + " than usual" + answers(week.answers());
            default -> points + worse(rose) + " than usual";
        };
    }

    private static String answers(List<Quantity> answers) {
        return answers.isEmpty() ? "" : " (" + String.join(", ", Words.names(answers)) + ")";
    }

    private static String against(boolean rose) {
        return (rose ? " above" : " below") + " usual";
    }

    private static String worse(boolean rose) {
        return rose ? " worse" : " better";
    }
}

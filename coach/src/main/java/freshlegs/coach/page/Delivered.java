package freshlegs.coach.page;

import freshlegs.model.fact.ActivityBrief;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Copy;
import freshlegs.model.result.FileOutcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file that arrived and what became of it; {@code tags} say how its activities stand among the copies of their runs, {@code
 * why} says why, unless that goes without saying.
 */
public record Delivered(
        String arrived, String path, String outcome, boolean good, List<String> tags, String remark, String why) {
    private static final double GOOD = 0.9;
    private static final double USABLE = 0.7;

    public Delivered {
        tags = List.copyOf(tags);
    }

    static Delivered of(FileOutcome file, Units units) {
        String held = file.activities().stream()
                .map(activity -> words(activity, file, units))
                .collect(Collectors.joining("; "));
        String why = why(file);
        String remark = held.isEmpty() && file.outcome() == Outcome.IMPORTED ? "wellness readings or check-ins" : held;
        return new Delivered(
                Days.moment(file.receivedAt()),
                file.path(),
                file.outcome().key().replace('-', ' '),
                file.outcome() == Outcome.IMPORTED || file.outcome() == Outcome.DUPLICATE,
                tags(file),
                remark.isEmpty() ? why : remark,
                remark.isEmpty() ? "" : why);
    }

    private static List<String> tags(FileOutcome file) {
        List<String> tags = new ArrayList<>();
        if (file.decision() == Verdict.UNDO) {
            tags.add("taken back");
        } else if (file.outcome() == Outcome.IMPORTED && !file.copies().isEmpty()) {
            tags.add(standing(
                    file.copies().stream().filter(Copy::kept).count(),
                    file.copies().size()));
        }
        if (file.salvage().isPresent()) {
            tags.add("salvaged");
        }
        return tags;
    }

    private static String standing(long kept, int all) {
        if (kept == 0) {
            return "alternative";
        }
        return kept == all ? "kept" : kept + " of " + all + " kept";
    }

    /** What the file's own reason does not say of its copies is added; that a copy is the only one needs no word. */
    private static String why(FileOutcome file) {
        String reason = file.reason().orElse("");
        if (file.outcome() != Outcome.IMPORTED || file.decision() == Verdict.UNDO) {
            return reason;
        }
        Stream<String> copies = file.copies().stream()
                .map(Copy::why)
                .filter(why -> !why.equals("the only copy") && !reason.contains(why))
                .distinct();
        return Stream.concat(file.reason().stream(), copies).collect(Collectors.joining("; "));
    }

    private static String words(ActivityBrief activity, FileOutcome file, Units units) {
        String sport = activity.sport().name().toLowerCase(Locale.ROOT);
        String distance = activity.distanceMetres().isPresent()
                ? ", " + units.distance(activity.distanceMetres().getAsDouble())
                : "";
        return sport + " on " + Days.shortDay(activity.localDate()) + distance + ", "
                + Numbers.minutes((int) Math.round(activity.timerSeconds() / 60))
                + file.copies().stream()
                        .filter(copy -> copy.activity().equals(activity.id()))
                        .flatMapToDouble(copy -> copy.heartRateQuality().stream())
                        .mapToObj(quality -> ", heart rate " + grade(quality))
                        .findFirst()
                        .orElse("");
    }

    private static String grade(double quality) {
        return quality >= GOOD ? "good" : quality >= USABLE ? "usable" : "poor";
    }
}

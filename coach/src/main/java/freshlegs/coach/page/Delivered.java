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

    static Delivered of(FileOutcome file, Voice voice) {
        String held = file.activities().stream()
                .map(activity -> words(activity, file, voice))
                .collect(Collectors.joining("; "));
        String why = why(file);
        String remark =
                held.isEmpty() && file.outcome() == Outcome.IMPORTED ? voice.say("athlete.file.readings") : held;
        return new Delivered(
                voice.moment(file.receivedAt()),
                file.path(),
                voice.say("athlete.file.outcome." + file.outcome().key()),
                file.outcome() == Outcome.IMPORTED || file.outcome() == Outcome.DUPLICATE,
                tags(file, voice),
                remark.isEmpty() ? why : remark,
                remark.isEmpty() ? "" : why);
    }

    private static List<String> tags(FileOutcome file, Voice voice) {
        List<String> tags = new ArrayList<>();
        if (file.decision() == Verdict.UNDO) {
            tags.add(voice.say("athlete.file.taken-back"));
        } else if (file.outcome() == Outcome.IMPORTED && !file.copies().isEmpty()) {
            tags.add(standing(
                    file.copies().stream().filter(Copy::kept).count(),
                    file.copies().size(),
                    voice));
        }
        if (file.salvage().isPresent()) {
            tags.add(voice.say("activity.salvaged"));
        }
        return tags;
    }

    private static String standing(long kept, int all, Voice voice) {
        if (kept == 0) {
            return voice.say("activity.alternative");
        }
        return kept == all ? voice.say("athlete.file.kept") : voice.say("athlete.file.some-kept", kept, all);
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

    private static String words(ActivityBrief activity, FileOutcome file, Voice voice) {
        String sport = voice.say("athlete.sport." + activity.sport().name().toLowerCase(Locale.ROOT));
        String distance = activity.distanceMetres().isPresent()
                ? ", " + voice.units().distance(activity.distanceMetres().getAsDouble())
                : "";
        return voice.say("athlete.file.run", sport, voice.shortDay(activity.localDate())) + distance + ", "
                + Numbers.minutes((int) Math.round(activity.timerSeconds() / 60))
                + file.copies().stream()
                        .filter(copy -> copy.activity().equals(activity.id()))
                        .flatMapToDouble(copy -> copy.heartRateQuality().stream())
                        .mapToObj(quality -> ", " + voice.say("athlete.file.heart-rate." + grade(quality)))
                        .findFirst()
                        .orElse("");
    }

    private static String grade(double quality) {
        return quality >= GOOD ? "good" : quality >= USABLE ? "usable" : "poor";
    }
}

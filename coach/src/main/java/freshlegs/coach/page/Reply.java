package freshlegs.coach.page;

import freshlegs.coach.read.HeldSilence;
import freshlegs.coach.read.JudgedAlert;
import freshlegs.coach.read.RulePrecision;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.result.Episode.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a coach has said back of an alert and may say now: {@code here} is whether this console takes answers, {@code pending}
 * whether one is on its way to the tables, {@code silenceable} whether this cause may be silenced at all.
 */
public record Reply(
        String id,
        boolean here,
        boolean pending,
        boolean silenceable,
        Optional<Said> verdict,
        Optional<String> silence,
        String precision,
        List<String> byRule) {

    /** How long a snooze lasts. */
    public static final int SNOOZE_DAYS = 3;

    /** A verdict in words. */
    public record Said(String sentence, String reason) {}

    /** What is read for it. */
    public record Material(
            String id,
            Cause cause,
            Optional<JudgedAlert> judged,
            List<HeldSilence> silences,
            int held,
            List<RulePrecision> precision) {}

    public static Reply of(Material read, boolean here, boolean pending) {
        String cause = read.cause().name().toLowerCase(Locale.ROOT);
        return new Reply(
                read.id(),
                here,
                pending,
                read.cause() == Cause.FATIGUE,
                read.judged().map(Reply::said),
                read.silences().stream()
                        .filter(silence -> silence.about().equals(cause))
                        .findFirst()
                        .map(silence -> inWords(silence, read.held())),
                "Alerts of this kind: " + Confirmed.of(read.precision()) + ".",
                read.precision().stream()
                        .filter(rule -> rule.right() + rule.wrong() + rule.unsure() > 0)
                        .map(Reply::inWords)
                        .toList());
    }

    private static Said said(JudgedAlert judged) {
        String by = judged.role().toLowerCase(Locale.ROOT);
        String word =
                switch (judged.verdict()) {
                    case RIGHT -> "right";
                    case WRONG -> "wrong";
                    case UNSURE -> "unsure";
                    case NONE -> "nothing";
                };
        String sentence =
                (judged.verdict() == Verdict.UNSURE ? "The " + by + " is unsure" : "Called " + word + " by the " + by)
                        + " on " + Days.moment(judged.said())
                        + (judged.counts() ? "." : "; about an alert that was withdrawn, so it counts no more.");
        return new Said(sentence, judged.reason().orElse(""));
    }

    private static String inWords(HeldSilence silence, int held) {
        return silence.until().map(day -> "Snoozed until " + Days.day(day)).orElse("Muted until somebody lifts it")
                + ": " + (held == 0 ? "no message waits" : held == 1 ? "one message waits" : held + " messages wait")
                + ". An escalation to RED is told all the same.";
    }

    private static String inWords(RulePrecision rule) {
        return (rule.rules().isEmpty() ? "unnamed rules" : String.join(", ", rule.rules()))
                + rule.ruleSet().map(set -> " of rules " + set).orElse("") + ", " + rule.status() + ": "
                + Confirmed.of(List.of(rule));
    }
}

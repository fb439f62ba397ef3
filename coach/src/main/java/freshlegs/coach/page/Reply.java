package freshlegs.coach.page;

import freshlegs.coach.read.HeldSilence;
import freshlegs.coach.read.JudgedAlert;
import freshlegs.coach.read.RulePrecision;
import freshlegs.model.result.Episode.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a coach has said back of an alert and may say now: {@code here} is whether this console takes answers, {@code allowed} what
 * this reader may say, {@code receipt} what became of what was just said, {@code silenceable} whether this cause may be silenced at
 * all.
 */
public record Reply(
        String id,
        boolean here,
        Allowed allowed,
        Receipt receipt,
        boolean silenceable,
        Optional<Said> verdict,
        List<Hush> silences,
        String precision,
        List<String> byRule) {

    /** How long a snooze lasts. */
    public static final int SNOOZE_DAYS = 3;

    /** What no silence holds back, or what raises nothing. */
    private static final Set<String> NOT_ALONE = Set.of("fatigue.red", "fatigue.clear");

    /** A verdict by its word and in words. */
    public record Said(String word, String sentence, String reason) {}

    /** What may be silenced, the cause or a {@code rule} by its id, and how it is {@code held} if it is. */
    public record Hush(String about, boolean rule, Optional<String> held) {}

    /** What is read for it; {@code rules} are those that raised the alert. */
    public record Material(
            String id,
            Cause cause,
            List<String> rules,
            Optional<JudgedAlert> judged,
            List<HeldSilence> silences,
            int held,
            List<RulePrecision> precision) {}

    public static Reply of(Material read, boolean here, Allowed allowed, Receipt receipt, Voice voice) {
        boolean silenceable = read.cause() == Cause.FATIGUE;
        return new Reply(
                read.id(),
                here,
                allowed,
                receipt,
                silenceable,
                read.judged().map(judged -> said(judged, voice)),
                silenceable ? hushes(read, voice) : List.of(),
                voice.say("alerts.precision.kind", Confirmed.of(read.precision(), voice)),
                read.precision().stream()
                        .filter(rule -> rule.right() + rule.wrong() + rule.unsure() > 0)
                        .map(rule -> inWords(rule, voice))
                        .toList());
    }

    private static List<Hush> hushes(Material read, Voice voice) {
        String cause = read.cause().name().toLowerCase(Locale.ROOT);
        List<Hush> hushes = new ArrayList<>();
        hushes.add(new Hush(cause, false, held(read, cause, voice)));
        silenceable(read.cause(), read.rules())
                .forEach(rule -> hushes.add(new Hush(rule, true, held(read, rule, voice))));
        return List.copyOf(hushes);
    }

    /** The rules of an alert that may be silenced, by their ids. */
    public static List<String> silenceable(Cause cause, List<String> rules) {
        String prefix = cause.name().toLowerCase(Locale.ROOT) + ".";
        return rules.stream()
                .map(Rulebook::idOf)
                .filter(rule -> rule.startsWith(prefix) && !NOT_ALONE.contains(rule))
                .distinct()
                .toList();
    }

    private static Optional<String> held(Material read, String about, Voice voice) {
        return read.silences().stream()
                .filter(silence -> silence.about().equals(about))
                .findFirst()
                .map(silence -> inWords(silence, read.held(), voice));
    }

    private static Said said(JudgedAlert judged, Voice voice) {
        String by = judged.role().toLowerCase(Locale.ROOT);
        String sentence = voice.say(
                "alerts.said." + judged.verdict().name().toLowerCase(Locale.ROOT) + (judged.counts() ? "" : ".no-more"),
                voice.say("alerts.said.by." + by),
                voice.moment(judged.said()));
        return new Said(judged.verdict().key(), sentence, judged.reason().orElse(""));
    }

    private static String inWords(HeldSilence silence, int held, Voice voice) {
        String waiting = voice.say("alerts.silenced.waiting", held);
        return silence.until()
                .map(day -> voice.say("alerts.silenced.until", voice.day(day), waiting))
                .orElseGet(() -> voice.say("alerts.silenced", waiting));
    }

    static String inWords(RulePrecision rule, Voice voice) {
        String rules = rule.rules().isEmpty() ? voice.say("alerts.precision.unnamed") : String.join(", ", rule.rules());
        return rule.ruleSet()
                        .map(set -> voice.say("alerts.precision.of-rules", rules, set))
                        .orElse(rules)
                + ", " + rule.status() + ": " + Confirmed.of(List.of(rule), voice);
    }

    public boolean isVerdict(String word) {
        return receipt.isPressed(
                "verdict-" + word,
                verdict.filter(said -> said.word().equals(word)).isPresent());
    }
}

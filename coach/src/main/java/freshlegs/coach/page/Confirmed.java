package freshlegs.coach.page;

import freshlegs.coach.read.RulePrecision;
import freshlegs.model.result.Episode.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many alerts somebody called right, of those that somebody called right or wrong, in words. */
public final class Confirmed {
    private Confirmed() {}

    /** Such as {@code 14 of 18 confirmed, 2 unsure}. */
    static String of(List<RulePrecision> rules, Voice voice) {
        if (!isJudged(rules)) {
            return voice.say("alerts.precision.nobody");
        }
        int right = rules.stream().mapToInt(RulePrecision::right).sum();
        int wrong = rules.stream().mapToInt(RulePrecision::wrong).sum();
        int unsure = rules.stream().mapToInt(RulePrecision::unsure).sum();
        String confirmed = voice.say("alerts.precision.confirmed", right, right + wrong);
        return unsure == 0 ? confirmed : voice.say("alerts.precision.and-unsure", confirmed, unsure);
    }

    /** The same, unless nobody has judged any. */
    public static Optional<String> ifJudged(List<RulePrecision> rules, Voice voice) {
        return isJudged(rules) ? Optional.of(of(rules, voice)) : Optional.empty();
    }

    /** One line for each cause of which an alert was judged. */
    static List<String> byCause(Map<Cause, List<RulePrecision>> rules, Voice voice) {
        return rules.entrySet().stream()
                .filter(cause -> isJudged(cause.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(cause -> voice.say(
                        "alerts.precision.cause." + cause.getKey().name().toLowerCase(Locale.ROOT),
                        of(cause.getValue(), voice)))
                .toList();
    }

    private static boolean isJudged(List<RulePrecision> rules) {
        return rules.stream().anyMatch(rule -> rule.right() + rule.wrong() + rule.unsure() > 0);
    }
}

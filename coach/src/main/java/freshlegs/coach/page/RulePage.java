package freshlegs.coach.page;

import freshlegs.coach.read.RulePrecision;
import java.util.List;
import java.util.Optional;

/** What a rule sees and by which thresholds, and how often people held its alerts for right. */
public record RulePage(Rulebook.Rule rule, Optional<String> precision, List<String> versions) {

    /** {@code precision} is of all alerts. */
    public static RulePage of(Rulebook.Rule rule, List<RulePrecision> precision, Voice voice) {
        List<RulePrecision> own = precision.stream()
                .filter(counted -> counted.rules().stream().map(Rulebook::idOf).anyMatch(rule.id()::equals))
                .toList();
        return new RulePage(
                rule,
                own.isEmpty() ? Optional.empty() : Optional.of(Confirmed.of(own, voice)),
                own.stream().map(counted -> Reply.inWords(counted, voice)).toList());
    }
}

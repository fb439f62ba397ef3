package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.streams.rule.Rule;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Signals;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which rules saw something on one day: what votes, what agrees, what an alert rose or ended by, and what explains. */
final class Seen {
    private Seen() {}

    /** In the order of the catalogue, each with its version. */
    static List<String> signatures(
            AlertHistory past, AlertDay day, Signals signals, Context context, Symptoms symptoms, Rules rules) {
        Set<Rule> seen = EnumSet.copyOf(context.seen().isEmpty() ? EnumSet.noneOf(Rule.class) : context.seen());
        signals.domains().stream()
                .filter(Domain::votes)
                .map(domain -> Rule.judging(domain.name()))
                .forEach(seen::add);
        seen.addAll(fatigue(past, day, rules));
        seen.addAll(health(past, day, symptoms, rules));
        return seen.stream().map(Rule::signature).toList();
    }

    private static Set<Rule> fatigue(AlertHistory past, AlertDay day, Rules rules) {
        Set<Rule> seen = FatigueRule.agreeing(past.with(day), day.lowConfidence(), rules);
        Optional<FatigueLatch> before = past.yesterday().flatMap(AlertDay::fatigue);
        boolean turnsRed = day.fatigue()
                .flatMap(FatigueLatch::redSince)
                .filter(day.date()::equals)
                .isPresent();
        if (turnsRed) {
            seen.add(Rule.FATIGUE_RED);
        }
        if (before.isPresent() && day.fatigue().isEmpty()) {
            seen.add(Rule.FATIGUE_CLEAR);
        }
        return seen;
    }

    private static Set<Rule> health(AlertHistory past, AlertDay day, Symptoms symptoms, Rules rules) {
        Set<Rule> seen = EnumSet.noneOf(Rule.class);
        if (symptoms.ill()) {
            seen.add(Rule.ILLNESS_SYMPTOMS);
        }
        if (HealthRule.jumpsAgain(past, day.restingJump(), rules)) {
            seen.add(Rule.ILLNESS_RESTING_JUMP);
        }
        if (symptoms.stopTraining()) {
            seen.add(Rule.SAFETY_STOP);
        }
        if (ends(past, day, AlertDay::illness)) {
            seen.add(Rule.ILLNESS_CLEAR);
        }
        if (ends(past, day, AlertDay::danger)) {
            seen.add(Rule.SAFETY_CLEAR);
        }
        return seen;
    }

    private static boolean ends(AlertHistory past, AlertDay day, Function<AlertDay, Optional<Latch>> latch) {
        return past.yesterday().flatMap(latch).isPresent() && latch.apply(day).isEmpty();
    }
}

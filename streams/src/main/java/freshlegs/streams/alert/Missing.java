package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What could not be judged and why. */
final class Missing {
    private final List<SignalDay> past;
    private final Rules rules;

    private Missing(List<SignalDay> past, Rules rules) {
        this.past = past;
        this.rules = rules;
    }

    static List<String> in(Signals signals, List<SignalDay> past, Rules rules) {
        Missing missing = new Missing(past, rules);
        List<String> all = new ArrayList<>();
        for (Domain domain : signals.domains()) {
            if (!domain.known() && domain.name() != Domain.Name.DISSOCIATION) {
                all.add(missing.why(domain, signals.day()));
            }
        }
        return all;
    }

    private String why(Domain domain, SignalDay today) {
        int days = rules.count(Threshold.BASELINE_LEAST_DAYS);
        return switch (domain.name()) {
            case SUBJECTIVE ->
                unseen(building(
                        "check-ins", day -> day.evidence().isLogged(), today, domain.baselineDays(), days, "mornings"));
            case RESTING_HEART_RATE ->
                building(
                        "resting heart rate",
                        day -> day.evidence().restingHeartRate().isPresent(),
                        today,
                        domain.baselineDays(),
                        days,
                        "days");
            case HRV ->
                building("HRV", day -> day.evidence().hrv().isPresent(), today, domain.baselineDays(), days, "nights");
            case EXERCISE_HEART_RATE ->
                building(
                        "steady runs with heart rate",
                        day -> !day.steadyRuns().isEmpty(),
                        today,
                        domain.baselineDays(),
                        8,
                        "runs");
            case PERFORMANCE ->
                building(
                        "key sessions",
                        day -> !day.keySessions().isEmpty(),
                        today,
                        domain.baselineDays(),
                        rules.count(Threshold.PERFORMANCE_LEAST_SESSIONS),
                        "sessions");
            case DISSOCIATION -> "";
        };
    }

    /** Who never checks in should know what that costs: with a calm heart only the feeling tells (Le Meur 2013). */
    private static String unseen(String checkIns) {
        return checkIns + ", without which fatigue that leaves the heart calm cannot be seen";
    }

    private String building(
            String what, Predicate<SignalDay> has, SignalDay today, int known, int needed, String unit) {
        if (known < needed && (has.test(today) || lastDay(has) != null)) {
            return "own baseline of " + what + " still growing: " + known + " of " + needed + " " + unit;
        }
        SignalDay last = lastDay(has);
        return last == null ? "no " + what : "no " + what + " since " + last.date();
    }

    private @org.jspecify.annotations.Nullable SignalDay lastDay(Predicate<SignalDay> has) {
        for (int i = past.size() - 1; i >= 0; i--) {
            if (has.test(past.get(i))) {
                return past.get(i);
            }
        }
        return null;
    }
}

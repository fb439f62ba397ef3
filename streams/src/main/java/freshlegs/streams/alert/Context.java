package freshlegs.streams.alert;

import freshlegs.model.result.TrendDay;
import freshlegs.streams.load.Sum;
import freshlegs.streams.rule.Rule;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.KeySession;
import freshlegs.streams.signal.RestingJump;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import freshlegs.streams.trend.Flag;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.Trend;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What explains a day otherwise, or asks for care by itself: it raises WATCH and explains, but never votes. */
record Context(List<String> watch, List<String> explains, Optional<String> planned, Set<Rule> seen) {

    static Context of(
            TrendDay trend,
            List<TrendDay> pastTrends,
            Signals signals,
            Symptoms symptoms,
            Optional<String> planned,
            Rules rules) {
        Context context = new Context(new ArrayList<>(), new ArrayList<>(), planned, EnumSet.noneOf(Rule.class));
        planned.ifPresent(phase -> context.seen.add(Rule.PLANNED_PHASE));
        context.training(trend, rules);
        context.health(signals, symptoms);
        context.explain(signals.day(), trend, rules);
        context.compareLoad(trend, pastTrends, rules);
        return context;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(watch);
        planned.ifPresent(all::add);
        all.addAll(explains);
        return List.copyOf(all);
    }

    private void watch(Rule rule, String why) {
        seen.add(rule);
        watch.add(why);
    }

    private void explains(Rule rule, String why) {
        seen.add(rule);
        explains.add(why);
    }

    private void training(TrendDay trend, Rules rules) {
        trend.running().sessionSpike().ifPresent(spike -> {
            if (spike > rules.of(Threshold.CONTEXT_SESSION_SPIKE)) {
                watch(
                        Rule.SESSION_SPIKE,
                        "Longest run " + Math.round((spike - 1) * 100) + " % longer than any in 30 days");
            }
        });
        if (flagged(trend, Flag.MONOTONY_HIGH) && flagged(trend, Flag.STRAIN_HIGH)) {
            watch(
                    Rule.STRAINING_WEEK,
                    "Monotonous and straining week (monotony "
                            + Wording.oneDecimal(
                                    trend.training().monotony().value().orElse(0)) + ")");
        }
        if (flagged(trend, Flag.RAMP_HIGH)) {
            watch(
                    Rule.STEEP_RAMP,
                    "Fitness load up " + Wording.oneDecimal(trend.training().ramp()) + " in a week");
        }
        if (flagged(trend, Flag.SLEEP_SHORT)) {
            watch(
                    Rule.SHORT_SLEEP,
                    "Short sleep: "
                            + Wording.oneDecimal(
                                    trend.recovery().sleepDebt7dHours().orElse(0))
                            + " hours missing in seven nights");
        }
    }

    private void health(Signals signals, Symptoms symptoms) {
        RestingJump jump = signals.restingJump();
        if (jump.isFull()) {
            watch(
                    Rule.RESTING_JUMP,
                    "Resting heart rate " + Math.round(jump.aboveUsualBpm())
                            + " bpm above usual today: rest and check again tomorrow");
        }
        if (signals.restingSurge()) {
            watch(
                    Rule.RESTING_SURGE,
                    "Resting heart rate far above usual on two mornings: perhaps an illness, ask how the athlete is");
        }
        if (symptoms.painOrLimp()) {
            watch(Rule.PAIN, "Pain or a limp was reported: beyond what this can judge, ask a professional");
        }
    }

    private void explain(SignalDay day, TrendDay trend, Rules rules) {
        if (day.evidence().alcohol()) {
            explains(Rule.ALCOHOL, "Alcohol the evening before");
        }
        OptionalDouble warmest = Trend.longest(day.steadyRuns())
                .map(SteadyRun::meanTemperatureCelsius)
                .orElse(OptionalDouble.empty());
        if (warmest.orElse(0) >= rules.of(Threshold.CONTEXT_HOT)) {
            explains(Rule.HOT_RUN, "Hot run: " + Math.round(warmest.getAsDouble()) + " degrees at the wrist");
        }
        KeySession last = day.keySessions().isEmpty()
                ? null
                : day.keySessions().get(day.keySessions().size() - 1);
        if (last != null && last.date().equals(day.date()) && last.fadePercent() > rules.of(Threshold.CONTEXT_FADE)) {
            explains(Rule.FADED_REPEATS, "Repeats faded by " + Wording.oneDecimal(last.fadePercent()) + " %");
        }
        if (flagged(trend, Flag.MONOTONY_HIGH) && !flagged(trend, Flag.STRAIN_HIGH)) {
            explains(
                    Rule.MONOTONOUS_WEEK,
                    "Monotonous week (monotony "
                            + Wording.oneDecimal(
                                    trend.training().monotony().value().orElse(0)) + ")");
        }
    }

    private void compareLoad(TrendDay trend, List<TrendDay> past, Rules rules) {
        if (past.size() < 28) {
            return;
        }
        double week = trend.training().load() + sum(past.subList(past.size() - 6, past.size()));
        double before = sum(past.subList(past.size() - 27, past.size() - 6)) / 3;
        double more = before > 0 ? 100 * (week / before - 1) : 0;
        if (more > rules.of(Threshold.CONTEXT_MORE_LOAD)) {
            explains(Rule.LOADED_WEEK, "Load of seven days " + Math.round(more) + " % above the three weeks before");
        }
    }

    private static double sum(List<TrendDay> days) {
        Sum sum = new Sum();
        for (TrendDay day : days) {
            sum.add(day.training().load());
        }
        return sum.value();
    }

    private static boolean flagged(TrendDay trend, Flag flag) {
        return !trend.flags().isEmpty() && trend.flags().contains(flag.key());
    }
}

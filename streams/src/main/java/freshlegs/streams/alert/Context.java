package freshlegs.streams.alert;

import freshlegs.model.result.TrendDay;
import freshlegs.streams.load.Sum;
import freshlegs.streams.signal.KeySession;
import freshlegs.streams.signal.RestingJump;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.trend.Flag;
import freshlegs.streams.trend.SteadyRun;
import freshlegs.streams.trend.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What explains a day otherwise, or asks for care by itself: it raises WATCH and explains, but never votes. */
record Context(List<String> watch, List<String> explains, Optional<String> planned) {

    private static final double HOT_CELSIUS = 25;
    private static final double FADE_PERCENT = 3;
    private static final double MORE_LOAD_PERCENT = 30;

    static Context of(
            TrendDay trend,
            List<TrendDay> pastTrends,
            SignalDay day,
            RestingJump jump,
            Symptoms symptoms,
            Optional<String> planned) {
        Context context = new Context(new ArrayList<>(), new ArrayList<>(), planned);
        context.training(trend);
        context.health(jump, symptoms);
        context.explain(day, trend);
        context.compareLoad(trend, pastTrends);
        return context;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(watch);
        planned.ifPresent(all::add);
        all.addAll(explains);
        return List.copyOf(all);
    }

    private void training(TrendDay trend) {
        trend.running().sessionSpike().ifPresent(spike -> {
            if (spike > 1.1) {
                watch.add("Longest run " + Math.round((spike - 1) * 100) + " % longer than any in 30 days");
            }
        });
        if (flagged(trend, Flag.MONOTONY_HIGH) && flagged(trend, Flag.STRAIN_HIGH)) {
            watch.add("Monotonous and straining week (monotony "
                    + Wording.oneDecimal(trend.training().monotony().value().orElse(0)) + ")");
        }
        if (flagged(trend, Flag.RAMP_HIGH)) {
            watch.add("Fitness load up " + Wording.oneDecimal(trend.training().ramp()) + " in a week");
        }
        if (flagged(trend, Flag.SLEEP_SHORT)) {
            watch.add("Short sleep: "
                    + Wording.oneDecimal(trend.recovery().sleepDebt7dHours().orElse(0))
                    + " hours missing in seven nights");
        }
    }

    private void health(RestingJump jump, Symptoms symptoms) {
        if (jump.isFull()) {
            watch.add("Resting heart rate " + Math.round(jump.aboveUsualBpm())
                    + " bpm above usual today: rest and check again tomorrow");
        }
        if (symptoms.painOrLimp()) {
            watch.add("Pain or a limp was reported: beyond what this can judge, ask a professional");
        }
    }

    private void explain(SignalDay day, TrendDay trend) {
        if (day.evidence().alcohol()) {
            explains.add("Alcohol the evening before");
        }
        OptionalDouble warmest = Trend.longest(day.steadyRuns())
                .map(SteadyRun::meanTemperatureCelsius)
                .orElse(OptionalDouble.empty());
        if (warmest.orElse(0) >= HOT_CELSIUS) {
            explains.add("Hot run: " + Math.round(warmest.getAsDouble()) + " degrees at the wrist");
        }
        KeySession last = day.keySessions().isEmpty()
                ? null
                : day.keySessions().get(day.keySessions().size() - 1);
        if (last != null && last.date().equals(day.date()) && last.fadePercent() > FADE_PERCENT) {
            explains.add("Repeats faded by " + Wording.oneDecimal(last.fadePercent()) + " %");
        }
        if (flagged(trend, Flag.MONOTONY_HIGH) && !flagged(trend, Flag.STRAIN_HIGH)) {
            explains.add("Monotonous week (monotony "
                    + Wording.oneDecimal(trend.training().monotony().value().orElse(0)) + ")");
        }
    }

    private void compareLoad(TrendDay trend, List<TrendDay> past) {
        if (past.size() < 28) {
            return;
        }
        double week = trend.training().load() + sum(past.subList(past.size() - 6, past.size()));
        double before = sum(past.subList(past.size() - 27, past.size() - 6)) / 3;
        double more = before > 0 ? 100 * (week / before - 1) : 0;
        if (more > MORE_LOAD_PERCENT) {
            explains.add("Load of seven days " + Math.round(more) + " % above the three weeks before");
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

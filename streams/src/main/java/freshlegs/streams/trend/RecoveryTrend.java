package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The night and the morning after those before them: resting heart rate, HRV, sleep and how the athlete feels. */
final class RecoveryTrend {
    private static final double TARGET_SLEEP_HOURS = 8;
    private static final int WEEK = 7;
    private static final int LEAST_NIGHTS = 4;

    private final PastDays past;
    private final Recovery today;
    private final Set<Flag> flags;
    private final Rules rules;

    private RecoveryTrend(PastDays past, Recovery today, Set<Flag> flags, Rules rules) {
        this.past = past;
        this.today = today;
        this.flags = flags;
        this.rules = rules;
    }

    static TrendDay.Recovery of(PastDays past, Recovery today, Set<Flag> flags, Rules rules) {
        return new RecoveryTrend(past, today, flags, rules).draw();
    }

    private TrendDay.Recovery draw() {
        String restingSource = source(Recovery::restingHeartRateSource, Flag.RESTING_HEART_RATE_SOURCE_NEW);
        String hrvSource = source(Recovery::hrvSource, Flag.HRV_SOURCE_NEW);
        Series resting = new Series(today.restingHeartRateBpm());
        Series hrv = new Series(today.hrvRmssdMilliseconds());
        Series sleep = new Series(today.sleepHours());
        Series subjective = new Series(today.subjective());
        for (int back = past.within(Series.FIRST_DAY_BACK); back > 0; back--) {
            Recovery night = past.recovery(back);
            TrendDay.Recovery told = past.trend(back).recovery();
            if (night.restingHeartRateSource().equals(restingSource)) {
                resting.put(back, told.restingHeartRateBpm().value());
            }
            if (night.hrvSource().equals(hrvSource)) {
                hrv.put(back, told.hrvRmssdMilliseconds().value());
            }
            sleep.put(back, told.sleepHours().value());
            subjective.put(back, told.subjective().value());
        }
        return new TrendDay.Recovery(
                Quantity.RESTING_HEART_RATE.tracked(resting),
                Quantity.HRV.tracked(hrv),
                Quantity.SLEEP.tracked(sleep),
                sleepDebt(),
                Quantity.SUBJECTIVE.tracked(subjective));
    }

    /** Only values of one source are compared: today's, which may be flagged as new, or the last one's where today has none. */
    private String source(Function<Recovery, String> of, Flag isNew) {
        String todays = of.apply(today);
        for (int back = 1; back <= past.count(); back++) {
            String before = of.apply(past.recovery(back));
            if (before.isEmpty()) {
                continue;
            }
            if (todays.isEmpty()) {
                return before;
            }
            if (!before.equals(todays)) {
                flags.add(isNew);
            }
            return todays;
        }
        return todays;
    }

    /** What the last seven nights lack to eight hours each, once four of them are known. */
    private OptionalDouble sleepDebt() {
        double debt = 0;
        double slept = 0;
        int nights = 0;
        for (int back = Math.min(WEEK - 1, past.count()); back >= 0; back--) {
            OptionalDouble hours = back == 0
                    ? today.sleepHours()
                    : past.trend(back).recovery().sleepHours().value();
            if (hours.isPresent()) {
                debt += Math.max(0, TARGET_SLEEP_HOURS - hours.getAsDouble());
                slept += hours.getAsDouble();
                nights++;
            }
        }
        if (nights < LEAST_NIGHTS) {
            return OptionalDouble.empty();
        }
        if (debt > rules.of(Threshold.CONTEXT_SLEEP_DEBT) || slept / nights < rules.of(Threshold.CONTEXT_SLEEP)) {
            flags.add(Flag.SLEEP_SHORT);
        }
        return OptionalDouble.of(to(1, debt));
    }
}

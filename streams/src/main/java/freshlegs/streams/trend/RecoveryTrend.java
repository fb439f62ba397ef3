package freshlegs.streams.trend;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.TrendDay;
import freshlegs.model.result.TrendDay.Tracked;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The night and the morning after those before them: resting heart rate, HRV, sleep and how the athlete feels. */
final class RecoveryTrend {
    private static final double TARGET_SLEEP_HOURS = 8;
    private static final double SHORT_SLEEP_HOURS = 7;
    private static final double HIGH_SLEEP_DEBT_HOURS = 7;
    private static final int WEEK = 7;
    private static final int LEAST_NIGHTS = 4;

    private final PastDays past;
    private final Recovery today;
    private final Set<Flag> flags;

    private RecoveryTrend(PastDays past, Recovery today, Set<Flag> flags) {
        this.past = past;
        this.today = today;
        this.flags = flags;
    }

    static TrendDay.Recovery of(PastDays past, Recovery today, Set<Flag> flags) {
        return new RecoveryTrend(past, today, flags).draw();
    }

    private TrendDay.Recovery draw() {
        noteSource(Recovery::restingHeartRateSource, Flag.RESTING_HEART_RATE_SOURCE_NEW);
        noteSource(Recovery::hrvSource, Flag.HRV_SOURCE_NEW);
        return new TrendDay.Recovery(
                Quantity.RESTING_HEART_RATE.tracked(Series.ofOneSource(
                        past, today, Recovery::restingHeartRateBpm, Recovery::restingHeartRateSource)),
                Quantity.HRV.tracked(
                        Series.ofOneSource(past, today, Recovery::hrvRmssdMilliseconds, Recovery::hrvSource)),
                tracked(Quantity.SLEEP, today.sleepHours(), TrendDay.Recovery::sleepHours),
                sleepDebt(),
                tracked(Quantity.SUBJECTIVE, today.subjective(), TrendDay.Recovery::subjective));
    }

    private Tracked tracked(Quantity quantity, OptionalDouble value, Function<TrendDay.Recovery, Tracked> read) {
        return quantity.tracked(
                Series.of(past, value, day -> read.apply(day.recovery()).value()));
    }

    /** Only values of one source are compared, so a new one begins a new baseline. */
    private void noteSource(Function<Recovery, String> source, Flag flag) {
        String todays = source.apply(today);
        if (todays.isEmpty()) {
            return;
        }
        for (int back = 1; back <= past.count(); back++) {
            String before = source.apply(past.recovery(back));
            if (!before.isEmpty()) {
                if (!before.equals(todays)) {
                    flags.add(flag);
                }
                return;
            }
        }
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
        if (debt > HIGH_SLEEP_DEBT_HOURS || slept / nights < SHORT_SLEEP_HOURS) {
            flags.add(Flag.SLEEP_SHORT);
        }
        return OptionalDouble.of(to(1, debt));
    }
}

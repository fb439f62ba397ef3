package freshlegs.app.evaluate;

import freshlegs.app.labelled.NightRow;
import freshlegs.model.result.Domain;
import freshlegs.model.result.TrendDay.Training;
import freshlegs.streams.season.SeasonDay;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What people use today, on the same rows. Baselines are trailing and end yesterday; a rule is silent while its own is too short.
 */
final class Rivals {
    static final int RESTING_BASELINE_DAYS = 28;
    static final int HRV_BASELINE_DAYS = 60;
    static final int WEEK = 7;
    static final int LEAST_VALUES = 14;
    static final int LEAST_NIGHTS = 3;
    private static final double BPM_ABOVE = 5;
    private static final double BAND = 0.5;
    private static final double HIGHEST_RATIO = 1.5;
    private static final double LOWEST_FORM = -30;

    private Rivals() {}

    /** Today's resting heart rate at least 5 bpm above the mean of the 28 days before. */
    static Alarms restingHeartRate(History history) {
        double[] bpm = history.nightly(NightRow::restingHeartRate);
        BitSet days = new BitSet();
        for (int day = 0; day < bpm.length; day++) {
            Sample before = Sample.of(bpm, day - RESTING_BASELINE_DAYS, day);
            days.set(day, before.count() >= LEAST_VALUES && bpm[day] >= before.mean() + BPM_ABOVE);
        }
        return Alarms.on(days);
    }

    /** The mean of lnRMSSD over seven days outside mean and half a standard deviation of the 60 days before them. */
    static Alarms hrv(History history) {
        double[] rmssd = history.nightly(NightRow::rmssdMs);
        double[] ln = new double[rmssd.length];
        for (int day = 0; day < ln.length; day++) {
            ln[day] = Math.log(rmssd[day]);
        }
        BitSet days = new BitSet();
        for (int day = 0; day < ln.length; day++) {
            Sample week = Sample.of(ln, day - WEEK + 1, day + 1);
            Sample before = Sample.of(ln, day - WEEK + 1 - HRV_BASELINE_DAYS, day - WEEK + 1);
            days.set(
                    day,
                    week.count() >= LEAST_NIGHTS
                            && before.count() >= LEAST_VALUES
                            && Math.abs(week.mean() - before.mean()) > BAND * before.deviation());
        }
        return Alarms.on(days);
    }

    /** Any of the detector's five domains flagged, however short. */
    static Alarms singleFlag(History history) {
        return on(history, day -> day.status().domains().stream()
                .anyMatch(domain -> domain.votes() && domain.name() != Domain.Name.DISSOCIATION));
    }

    /** Mean load of 7 days over that of 28 above 1.5. */
    static Alarms acuteChronic(History history) {
        return on(history, day -> {
            OptionalDouble ratio = day.trend().training().acuteChronic().coupled();
            return ratio.isPresent() && ratio.getAsDouble() > HIGHEST_RATIO;
        });
    }

    /** Form, yesterday's fitness less fatigue, below -30 once the season is 42 days old. */
    static Alarms form(History history) {
        return on(history, day -> {
            Training training = day.trend().training();
            return training.settled() && training.form() < LOWEST_FORM;
        });
    }

    private static Alarms on(History history, Predicate<SeasonDay> rule) {
        BitSet days = new BitSet();
        for (int day = 0; day < history.length(); day++) {
            days.set(day, rule.test(history.days().get(day)));
        }
        return Alarms.on(days);
    }
}

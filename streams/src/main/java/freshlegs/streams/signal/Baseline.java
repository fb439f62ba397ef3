package freshlegs.streams.signal;

import freshlegs.streams.load.Median;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is usual for the athlete: mean and sample standard deviation of the days in the {@link BaselineWindow}, adjusted for the
 * day of the week. Days spent in an alert are left out while enough others remain.
 */
record Baseline(double mean, double deviation, int days, Weekdays weekdays, double median, double medianDistance) {

    static final int LEAST_DAYS = 14;
    private static final double NORMAL_MAD = 1.4826;
    private static final double MOST_SPREADS = 3;

    /** Of one quantity's values, oldest first. */
    static Baseline of(List<Dated> series, BaselineWindow window) {
        Weekdays weekdays = Weekdays.of(series.stream()
                .filter(day -> window.holdsForWeekdays(day.date()))
                .toList());
        List<Dated> inWindow =
                series.stream().filter(day -> window.holds(day.date())).toList();
        List<Dated> sound = inWindow.stream()
                .filter(day -> !window.unsound().contains(day.date()))
                .toList();
        return of(sound.size() >= LEAST_DAYS ? sound : inWindow, weekdays);
    }

    private static Baseline of(List<Dated> days, Weekdays weekdays) {
        double[] values = days.stream().mapToDouble(weekdays::adjusted).toArray();
        double mean = DoubleStream.of(values).average().orElse(0);
        double squares =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
        double median = values.length == 0 ? 0 : Median.of(values);
        double[] distances =
                DoubleStream.of(values).map(v -> Math.abs(v - median)).toArray();
        double medianDistance = values.length == 0 ? 0 : Median.of(distances);
        return new Baseline(mean, deviation, values.length, weekdays, median, medianDistance);
    }

    boolean isKnown() {
        return days >= LEAST_DAYS;
    }

    /** How many spreads, at least {@code floor} each, the day lies above what is usual, within three either way. */
    double z(Dated day, double floor) {
        return clipped((weekdays.adjusted(day) - mean) / spread(floor));
    }

    double spread(double floor) {
        return Math.max(deviation, floor);
    }

    /** 1.4826 times the median distance from the median: a standard deviation that outliers do not move. */
    double robustSpread(double floor) {
        return Math.max(floor, NORMAL_MAD * medianDistance);
    }

    static double clipped(double z) {
        return Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, z));
    }
}

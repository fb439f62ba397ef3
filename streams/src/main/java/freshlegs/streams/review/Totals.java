package freshlegs.streams.review;

import freshlegs.model.result.WeekReview.Quantity;
import freshlegs.streams.load.Sum;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A week's sum x against the k whole weeks before it, three at least. Their spread is shrunk towards a tenth of their mean m,
 * s^2 = (4 (0.1 m)^2 + sum (x_i - m)^2) / (4 + k - 1), and at least {@code floor}; the error of x - m is s sqrt(1 + 1/k). The
 * form is that of the key sessions' spread; prior and floor are our own choice.
 */
record Totals(Quantity quantity, double floor, ToDoubleFunction<ReviewedDay> of) {
    static final int LEAST_WEEKS = 3;
    private static final double PRIOR_WEEKS = 4;
    private static final double PRIOR_SHARE = 0.1;

    Compared compare(Weeks weeks) {
        List<LocalDate> days = weeks.current().stream()
                .filter(day -> of.applyAsDouble(day) > 0)
                .map(ReviewedDay::date)
                .toList();
        OptionalDouble value =
                weeks.missingDays() < Weeks.DAYS ? OptionalDouble.of(total(weeks.current())) : OptionalDouble.empty();
        double[] before = weeks.wholeBefore().stream().mapToDouble(this::total).toArray();
        if (before.length < LEAST_WEEKS) {
            return Compared.unknown(quantity, value, days, before.length);
        }
        double mean = Sum.mean(before);
        double spread = spread(mean, before);
        return new Compared(
                quantity,
                value,
                OptionalDouble.of(mean),
                spread,
                spread * Math.sqrt(1 + 1.0 / before.length),
                weeks.missingDays() > 0,
                days,
                before.length);
    }

    private double spread(double mean, double... before) {
        double prior = PRIOR_SHARE * mean;
        double squares = PRIOR_WEEKS * prior * prior + Sum.squares(mean, before);
        return Math.max(floor, Math.sqrt(squares / (PRIOR_WEEKS + before.length - 1)));
    }

    private double total(List<ReviewedDay> week) {
        Sum sum = new Sum();
        week.forEach(day -> sum.add(of.applyAsDouble(day)));
        return sum.value();
    }
}

package freshlegs.streams.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values of some days in their order, and the days that have any. */
final class Sample {
    private final double[] values;
    private final List<LocalDate> days;

    private Sample(double[] values, List<LocalDate> days) {
        this.values = values;
        this.days = days;
    }

    static Sample of(List<ReviewedDay> days, Function<ReviewedDay, List<Double>> of, boolean inLogarithms) {
        List<Double> values = new ArrayList<>();
        List<LocalDate> known = new ArrayList<>();
        for (ReviewedDay day : days) {
            List<Double> told = of.apply(day);
            if (!told.isEmpty()) {
                known.add(day.date());
                values.addAll(told);
            }
        }
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = inLogarithms ? Math.log(values.get(i)) : values.get(i);
        }
        return new Sample(numbers, known);
    }

    double[] values() {
        return values;
    }

    List<LocalDate> days() {
        return days;
    }

    int size() {
        return values.length;
    }
}

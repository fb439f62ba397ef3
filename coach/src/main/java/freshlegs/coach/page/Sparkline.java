package freshlegs.coach.page;

import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One kind of evidence over the last days as a small drawing: the athlete's own band, the values, the last one marked. */
public record Sparkline(String points, String lastX, String lastY, String bandTop, String bandHeight, String label) {
    public static final int WIDTH = 120;
    public static final int HEIGHT = 32;

    private static final double MARGIN = 3;
    private static final int LEAST_VALUES = 2;

    /** Of the last day's {@code domain}; empty when there is no band or there are too few values. */
    static Optional<Sparkline> of(Domain domain, List<StatusDay> days) {
        List<LocalDate> dates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (StatusDay day : days) {
            for (Domain that : day.domains()) {
                if (that.name() == domain.name()
                        && that.z().isPresent()
                        && that.value().isPresent()) {
                    dates.add(day.date());
                    values.add(that.value().getAsDouble());
                }
            }
        }
        if (values.size() < LEAST_VALUES
                || domain.low().isEmpty()
                || domain.high().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                draw(domain, days.get(0).date(), days.get(days.size() - 1).date(), dates, values));
    }

    private static Sparkline draw(
            Domain domain, LocalDate from, LocalDate to, List<LocalDate> dates, List<Double> values) {
        double low = domain.low().getAsDouble();
        double high = domain.high().getAsDouble();
        double least = Math.min(low, values.stream().min(Double::compare).orElse(low));
        double most = Math.max(high, values.stream().max(Double::compare).orElse(high));
        double span = Math.max(most - least, 1e-9);
        double days = Math.max(1, to.toEpochDay() - from.toEpochDay());
        List<String> points = new ArrayList<>();
        String x = "";
        String y = "";
        for (int i = 0; i < values.size(); i++) {
            double share = (dates.get(i).toEpochDay() - from.toEpochDay()) / days;
            x = coordinate(MARGIN + share * (WIDTH - 2 * MARGIN));
            y = coordinate(height(values.get(i), least, span));
            points.add(x + "," + y);
        }
        double top = height(high, least, span);
        return new Sparkline(
                String.join(" ", points),
                x,
                y,
                coordinate(top),
                coordinate(height(low, least, span) - top),
                values.size() + " values since " + Days.shortDay(dates.get(0)) + ", the last "
                        + Numbers.one(values.get(values.size() - 1)) + "; own band " + Numbers.one(low) + " to "
                        + Numbers.one(high));
    }

    private static double height(double value, double least, double span) {
        return HEIGHT - MARGIN - (value - least) / span * (HEIGHT - 2 * MARGIN);
    }

    private static String coordinate(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}

package freshlegs.coach.page;

import freshlegs.coach.read.BoardRow;
import freshlegs.model.result.Domain;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One kind of evidence over the last days as a small drawing: the athlete's own band, the values, the last one marked; the line breaks
 * where nothing was heard for longer than a week.
 */
public record Sparkline(String path, String lastX, String lastY, String bandTop, String bandHeight, String label) {
    public static final int WIDTH = 120;
    public static final int HEIGHT = 32;

    private static final double MARGIN = 3;
    private static final int LEAST_VALUES = 2;
    private static final int LONGEST_LINE_DAYS = 7;

    /** Of the last day's {@code domain}; empty when there is no band or there are too few values. */
    static Optional<Sparkline> of(Domain domain, List<StatusDay> days, Voice voice) {
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
        return Optional.of(draw(
                new BoardRow.Band(domain.low().getAsDouble(), domain.high().getAsDouble()),
                days.get(0).date(),
                days.get(days.size() - 1).date(),
                dates,
                values,
                voice));
    }

    /** Of heart rate at pace, over the four weeks up to the last judged day. */
    static Optional<Sparkline> of(BoardRow row, Voice voice) {
        Optional<LocalDate> last = row.squad().statusDate();
        if (last.isEmpty() || row.pace().isEmpty() || row.heartRateAtPace().size() < LEAST_VALUES) {
            return Optional.empty();
        }
        LocalDate from = last.get().minusDays(BoardRow.DAYS - 1L);
        return Optional.of(draw(
                row.pace().get(),
                from,
                last.get(),
                row.heartRateAtPace().stream()
                        .map(dated -> from.plusDays(dated.day() - 1L))
                        .toList(),
                row.heartRateAtPace().stream().map(BoardRow.Dated::value).toList(),
                voice));
    }

    private static Sparkline draw(
            BoardRow.Band band, LocalDate from, LocalDate to, List<LocalDate> dates, List<Double> values, Voice voice) {
        double low = band.low();
        double high = band.high();
        double least = Math.min(low, values.stream().min(Double::compare).orElse(low));
        double most = Math.max(high, values.stream().max(Double::compare).orElse(high));
        double span = Math.max(most - least, 1e-9);
        double days = Math.max(1, to.toEpochDay() - from.toEpochDay());
        StringBuilder path = new StringBuilder();
        String x = "";
        String y = "";
        for (int i = 0; i < values.size(); i++) {
            double share = (dates.get(i).toEpochDay() - from.toEpochDay()) / days;
            x = coordinate(MARGIN + share * (WIDTH - 2 * MARGIN));
            y = coordinate(height(values.get(i), least, span));
            boolean joined =
                    i > 0 && !dates.get(i - 1).plusDays(LONGEST_LINE_DAYS).isBefore(dates.get(i));
            path.append(joined ? 'L' : 'M').append(x).append(' ').append(y).append(joined ? "" : "h0");
        }
        double top = height(high, least, span);
        return new Sparkline(
                path.toString(),
                x,
                y,
                coordinate(top),
                coordinate(height(low, least, span) - top),
                voice.say(
                        "words.spark",
                        values.size(),
                        voice.shortDay(dates.get(0)),
                        Numbers.one(values.get(values.size() - 1)),
                        Numbers.one(low),
                        Numbers.one(high)));
    }

    private static double height(double value, double least, double span) {
        return HEIGHT - MARGIN - (value - least) / span * (HEIGHT - 2 * MARGIN);
    }

    /** Never below nought; to a tenth. */
    private static String coordinate(double number) {
        long tenths = Math.round(number * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}

package freshlegs.coach.page;

import freshlegs.coach.read.EventRow;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.PhaseRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands behind the days of a chart: alerts as stretches, races and time trials as moments, planned phases. */
public record Marks(List<Stretch> episodes, List<Event> events, List<Stretch> phases) {

    /** Some days, first and last included; {@code look} names its colour and pattern. */
    public record Stretch(String id, LocalDate from, LocalDate to, String look, String label) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** One day; {@code look} names its sign. */
    public record Event(LocalDate date, String look, String label) {}

    static Marks none() {
        return new Marks(List.of(), List.of(), List.of());
    }

    /** Alerts that overlap the days from {@code from} to {@code to}; the other rows are of these days already. */
    public static Marks of(
            LocalDate from,
            LocalDate to,
            List<KnownEpisode> episodes,
            List<EventRow> events,
            List<PhaseRow> phases,
            Sayings sayings) {
        return new Marks(
                episodes.stream()
                        .filter(known -> !known.episode().firstDay().isAfter(to)
                                && !known.episode().lastDay().isBefore(from))
                        .map(known -> stretch(known, sayings))
                        .toList(),
                events.stream().map(event -> event(event, sayings)).toList(),
                phases.stream()
                        .map(row -> new Stretch(
                                "",
                                row.firstDay(),
                                row.lastDay(),
                                row.phase(),
                                sayings.say("charts.phase." + row.phase())))
                        .toList());
    }

    private static Stretch stretch(KnownEpisode known, Sayings sayings) {
        String look = known.episode().status().name().toLowerCase(Locale.ROOT);
        return new Stretch(
                known.id(),
                known.episode().firstDay(),
                known.episode().lastDay(),
                look,
                sayings.say("charts.episode." + look));
    }

    private static Event event(EventRow row, Sayings sayings) {
        String look = row.event().equals("RACE") ? "race" : "time-trial";
        String distance = row.metres().isPresent() ? Numbers.plain(row.metres().getAsDouble() / 1000) + " km" : "";
        String time = row.seconds().isPresent()
                ? Numbers.clock((int) Math.round(row.seconds().getAsDouble()))
                : sayings.say("charts.event.aim");
        return new Event(row.date(), look, sayings.say("charts.event." + look, distance, time));
    }

    /** All that is marked on a day, as the table has it. */
    String on(LocalDate day) {
        return Stream.of(
                        episodes.stream().filter(stretch -> stretch.holds(day)).map(Stretch::label),
                        events.stream()
                                .filter(event -> event.date().equals(day))
                                .map(Event::label),
                        phases.stream().filter(stretch -> stretch.holds(day)).map(Stretch::label))
                .flatMap(labels -> labels)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}

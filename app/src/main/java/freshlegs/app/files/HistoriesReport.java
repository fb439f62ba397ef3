package freshlegs.app.files;

import freshlegs.app.output.TextTable;
import freshlegs.model.Status;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.season.ToldActivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What the season says of some histories: how much of each could be judged, and every alert with the runs behind it. */
public record HistoriesReport(List<FileHistory> histories) {
    /** A baseline ends a week before the day it judges; a chart remembers about as long. */
    private static final int RESTS_ON_DAYS = 14;

    private static final List<Domain.Name> DOMAINS = Stream.of(Domain.Name.values())
            .filter(name -> name != Domain.Name.DISSOCIATION)
            .toList();

    public HistoriesReport {
        histories = List.copyOf(histories);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(overview()).append('\n').append(known()).append('\n').append(alerts());
        histories.forEach(history -> history.episodes().forEach(episode -> tell(history, episode, text)));
        return text.toString();
    }

    private TextTable overview() {
        TextTable table = new TextTable(
                "history",
                "files",
                "set aside",
                "from",
                "to",
                "years",
                "unknown",
                "green",
                "watch",
                "amber",
                "red",
                "ill");
        histories.forEach(history -> table.add(
                history.name(),
                Integer.toString(history.files()),
                Integer.toString(history.setAside()),
                history.days().isEmpty() ? "-" : history.days().get(0).date().toString(),
                history.days().isEmpty()
                        ? "-"
                        : history.days().get(history.days().size() - 1).date().toString(),
                number(2, history.years()),
                days(history, Status.UNKNOWN),
                days(history, Status.GREEN),
                days(history, Status.WATCH),
                days(history, Status.AMBER),
                days(history, Status.RED),
                Long.toString(history.days(Status.ILLNESS) + history.days(Status.STOP))));
        return table;
    }

    private TextTable known() {
        TextTable table = new TextTable(
                Stream.concat(Stream.of("days known, %"), DOMAINS.stream().map(HistoriesReport::word))
                        .toArray(String[]::new));
        histories.forEach(history -> table.add(Stream.concat(
                        Stream.of(history.name()), DOMAINS.stream().map(name -> number(0, 100 * history.known(name))))
                .toArray(String[]::new)));
        return table;
    }

    private TextTable alerts() {
        TextTable table = new TextTable("alerts a year", "amber", "of them red", "illness", "safety");
        histories.forEach(history -> {
            List<Episode> all = history.episodes();
            table.add(
                    history.name(),
                    rate(history, all.stream().filter(one -> one.cause() == Episode.Cause.FATIGUE)),
                    rate(history, all.stream().filter(one -> one.status() == Status.RED)),
                    rate(history, all.stream().filter(one -> one.cause() == Episode.Cause.ILLNESS)),
                    rate(history, all.stream().filter(one -> one.cause() == Episode.Cause.SAFETY)));
        });
        return table;
    }

    private static String rate(FileHistory history, Stream<Episode> some) {
        long count = some.count();
        return history.years() == 0 ? "-" : number(1, count / history.years());
    }

    private static void tell(FileHistory history, Episode episode, StringBuilder text) {
        text.append('\n')
                .append(history.name())
                .append(' ')
                .append(episode.status())
                .append(' ')
                .append(episode.firstDay())
                .append(episode.open() ? ", still open" : " to " + episode.lastDay())
                .append(": ")
                .append(episode.why())
                .append('\n');
        lines(episode.context(), "also: ", text);
        lines(episode.missing(), "missing: ", text);
        text.append(runs(history, episode.firstDay()).toString().indent(2));
    }

    private static void lines(List<String> all, String before, StringBuilder text) {
        all.forEach(one -> text.append("  ").append(before).append(one).append('\n'));
    }

    /** The runs and readings of the two weeks that end with the alert's first day. */
    private static TextTable runs(FileHistory history, LocalDate until) {
        TextTable table =
                new TextTable("day", "status", "run", "km", "load", "bpm", "/km", "above expected", "resting", "votes");
        for (SeasonDay day : history.days()) {
            if (day.date().isAfter(until.minusDays(RESTS_ON_DAYS))
                    && !day.date().isAfter(until)) {
                List<ToldActivity> all = new ArrayList<>(day.activities());
                if (all.isEmpty()) {
                    add(day, "-", List.of("", "", "", "", ""), table);
                }
                all.forEach(one -> {
                    ActivityAnalysis run = one.analysis();
                    add(
                            day,
                            run.kind().name().toLowerCase(Locale.ROOT),
                            List.of(
                                    number(1, run.distanceMetres() / 1000),
                                    number(0, run.load()),
                                    number(0, run.heartRateBpm()),
                                    number(0, run.paceSecondsPerKilometre()),
                                    number(1, run.heartRateAtPaceResidualBpm())),
                            table);
                });
            }
        }
        return table;
    }

    private static void add(SeasonDay day, String kind, List<String> run, TextTable table) {
        List<String> votes = day.status().domains().stream()
                .filter(Domain::votes)
                .map(domain -> word(domain.name()))
                .toList();
        OptionalDouble resting = day.signal().evidence().restingHeartRateBpm();
        table.add(Stream.of(
                        List.of(day.date().toString(), day.status().status().name(), kind),
                        run,
                        List.of(number(0, resting), String.join(", ", votes)))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private static String days(FileHistory history, Status status) {
        return Long.toString(history.days(status));
    }

    private static String word(Domain.Name name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(int decimals, OptionalDouble number) {
        return number.isPresent() ? number(decimals, number.getAsDouble()) : "";
    }

    private static String number(int decimals, double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}

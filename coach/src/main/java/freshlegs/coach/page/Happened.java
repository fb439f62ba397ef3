package freshlegs.coach.page;

import freshlegs.coach.read.TrailRow;
import freshlegs.model.Person;
import freshlegs.model.result.Episode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of what happened to an alert: when, who, what as the {@code key} of a saying with its details, and why in the person's own
 * words.
 */
public record Happened(Instant at, String when, Optional<Who> by, String key, List<String> details, String why) {

    /** Who did it: as what, and by which name, or id where there is no account of that id. */
    public record Who(String role, String name) {}

    /** Steps of the alert itself, what people said and what was told, in order; {@code stretches} the latest first. */
    public static List<Happened> of(List<Episode> stretches, List<TrailRow> trail, Person reader, Voice voice) {
        List<Happened> all = new ArrayList<>();
        stretches.forEach(stretch -> all.addAll(steps(stretch, voice)));
        trail.stream()
                .filter(row -> row.isFor(reader))
                .map(row -> of(row, voice))
                .forEach(all::add);
        return all.stream().sorted(Comparator.comparing(Happened::at)).toList();
    }

    private static List<Happened> steps(Episode episode, Voice voice) {
        List<Happened> steps = new ArrayList<>();
        for (Episode.Step step : episode.steps()) {
            String key = steps.isEmpty() ? "alerts.trail.raised" : "alerts.trail.escalated";
            steps.add(onDay(step.day(), step.day(), key, List.of(step.status().name()), voice));
        }
        if (!episode.open()) {
            steps.add(onDay(
                    episode.lastDay().plusDays(1),
                    episode.lastDay(),
                    "alerts.trail.closed",
                    List.of(episode.clears()),
                    voice));
        }
        return steps;
    }

    private static Happened onDay(LocalDate sorted, LocalDate day, String key, List<String> details, Voice voice) {
        return new Happened(
                sorted.atStartOfDay(ZoneOffset.UTC).toInstant(), voice.day(day), Optional.empty(), key, details, "");
    }

    private static Happened of(TrailRow row, Voice voice) {
        List<String> details = Stream.of(row.about(), row.until())
                .flatMap(Optional::stream)
                .map(detail -> inWords(detail, voice))
                .toList();
        boolean message = row.kind() == TrailRow.Kind.MESSAGE;
        String key = message
                ? "alerts.trail.message." + row.until().orElse("").toLowerCase(Locale.ROOT)
                : "alerts.trail." + row.kind().name().toLowerCase(Locale.ROOT) + "." + row.word();
        List<String> said = message ? List.of(row.word(), row.about().orElse("")) : details;
        return new Happened(
                row.at(),
                voice.moment(row.at()),
                who(row),
                key,
                said,
                row.text().orElse(""));
    }

    private static Optional<Who> who(TrailRow row) {
        return row.by().map(by -> new Who(by.role().key(), row.name().orElse(by.id())));
    }

    private static String inWords(String detail, Voice voice) {
        return detail.matches("\\d{4}-\\d\\d-\\d\\d") ? voice.day(LocalDate.parse(detail)) : detail;
    }

    public Object[] arguments() {
        return details.toArray();
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "Happened[" + key + "]";
    }
}

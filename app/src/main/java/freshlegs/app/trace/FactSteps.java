package freshlegs.app.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Show;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The way of facts: their records, sessions, analyses and the days that they touched. */
final class FactSteps {
    private static final int MOST = 12;

    private final AthletesTopics topics;
    private final Rows rows;

    FactSteps(AthletesTopics topics, Rows rows) {
        this.topics = topics;
        this.rows = rows;
    }

    /** Where each fact lies; facts of one kind are read together, and of many the first are told. */
    List<Step> records(AthleteId athlete, List<FactRef> facts, Instant from, List<Place> places) {
        List<Step> steps = new ArrayList<>();
        for (Topic<? extends Fact> topic : List.of(Topics.RECORDING, Topics.READING, Topics.CHECKIN)) {
            Set<String> keys = facts.stream()
                    .filter(fact -> topicOf(fact.kind()).equals(Optional.of(topic)))
                    .map(fact -> key(athlete, fact))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (keys.isEmpty()) {
                continue;
            }
            Map<String, Place> found = new HashMap<>();
            topics.find(topic, athlete, from, keys::contains).forEach(place -> found.put(place.key(), place));
            places.addAll(found.values());
            keys.stream()
                    .limit(MOST)
                    .forEach(key -> steps.add(Optional.ofNullable(found.get(key))
                            .map(place -> place.step("fact", said(place)))
                            .orElseGet(() -> Step.missing("fact", "no record " + key + " in " + topic.name()))));
            if (keys.size() > MOST) {
                steps.add(Step.of("fact", "and " + (keys.size() - MOST) + " more in " + topic.name()));
            }
        }
        return steps;
    }

    /** By which device and format, where the record says so. */
    private static String said(Place place) {
        Optional<JsonNode> content = place.content().map(json -> Json.read(json, JsonNode.class));
        String format =
                content.map(each -> Show.text(each.path("source"), "format")).orElse("");
        String device = content.map(each -> each.path("device"))
                .map(each -> (Show.text(each, "manufacturer") + " " + Show.text(each, "product")).strip())
                .orElse("");
        String by = (format + (device.isEmpty() ? "" : " by " + device)).strip();
        return place.content().isEmpty() ? "taken back:" : by.isEmpty() ? "told as" : by + ", told as";
    }

    private static Optional<Topic<? extends Fact>> topicOf(FactKind kind) {
        return switch (kind) {
            case RECORDING -> Optional.of(Topics.RECORDING);
            case RESTING_HEART_RATE, HRV, SLEEP -> Optional.of(Topics.READING);
            case MORNING_CHECKIN, RUN_CHECKIN -> Optional.of(Topics.CHECKIN);
            default -> Optional.empty();
        };
    }

    private static String key(AthleteId athlete, FactRef fact) {
        return String.join("/", athlete.value(), fact.kind().key(), fact.factId(), fact.revision());
    }

    /** What the streams made of them, up to the days. */
    List<Step> results(AthleteId athlete, List<FactRef> facts, Instant from, List<Place> places) throws SQLException {
        List<Step> steps = new ArrayList<>();
        for (FactRef fact : facts.stream()
                .filter(each -> each.kind() == FactKind.RECORDING)
                .limit(MOST)
                .toList()) {
            steps.addAll(session(athlete, fact, from, places));
            steps.addAll(analysis(athlete, fact));
        }
        List<LocalDate> days = facts.stream()
                .map(FactRef::localDate)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
        if (!days.isEmpty()) {
            steps.addAll(days(athlete, days, from));
        }
        return steps;
    }

    private List<Step> session(AthleteId athlete, FactRef fact, Instant from, List<Place> places) throws SQLException {
        String key = String.join("/", athlete.value(), FactKind.SESSION.key(), fact.factId(), "");
        Optional<Place> told = topics
                .find(Topics.SESSION, athlete, from, each -> each.startsWith(key) && each.endsWith(fact.revision()))
                .stream()
                .reduce((first, last) -> last);
        if (told.isEmpty()) {
            return List.of(Step.missing(
                    "session", "not yet: no session of " + fact.factId() + " in " + Topics.SESSION.name()));
        }
        places.add(told.get());
        List<Step> steps = new ArrayList<>();
        steps.add(told.get().step("session", "told as").with("activity", fact.factId()));
        Optional<ObjectNode> row = rows
                .ask(
                        List.of("problem"),
                        "freshlegs.session_revision WHERE athlete = ? AND fact_id = ? AND revision = ?",
                        athlete.value(),
                        fact.factId(),
                        fact.revision())
                .stream()
                .findFirst();
        if (row.isEmpty()) {
            steps.add(Step.missing("tables", "not yet: the session is told and is no row"));
        }
        row.flatMap(each -> Rows.text(each, "problem"))
                .ifPresent(problem ->
                        steps.add(Step.missing("session", "could not be analysed: " + Unmeasured.of(problem))));
        return steps;
    }

    private List<Step> analysis(AthleteId athlete, FactRef fact) throws SQLException {
        List<ObjectNode> found = rows.ask(
                List.of("date", "revision"),
                "freshlegs.activity_analysis WHERE athlete = ? AND fact_id = ? ORDER BY revision LIMIT 5",
                athlete.value(),
                fact.factId());
        if (found.isEmpty()) {
            return List.of(Step.missing(
                    "analysis",
                    "none of " + fact.factId() + ": another copy counts, it was taken back, or it is not yet told"));
        }
        return found.stream()
                .map(row -> Step.of(
                                "analysis",
                                "row of " + fact.factId() + " on " + Show.text(row, "date") + ", by revision "
                                        + Show.text(row, "revision"))
                        .with("activity", fact.factId()))
                .toList();
    }

    private List<Step> days(AthleteId athlete, List<LocalDate> days, Instant from) throws SQLException {
        List<Step> steps = new ArrayList<>();
        Map<String, Place> told = new HashMap<>();
        topics.find(Topics.TREND, athlete, from, key -> days.contains(day(key)))
                .forEach(place -> told.put(place.key(), place));
        for (LocalDate day : days) {
            Place place = told.get(athlete + "/" + day);
            steps.add(
                    place == null
                            ? Step.missing("trend", "the day " + day + " was not told since the file came")
                            : place.step("trend", "day " + day + " told as").with("day", day));
        }
        List<ObjectNode> after = rows.ask(
                List.of("days", "last"),
                "(SELECT count(*) AS days, max(date) AS last FROM freshlegs.trend_day WHERE athlete = ? AND date >= ?)"
                        + " AS touched",
                athlete.value(),
                Date.valueOf(days.get(0)));
        after.stream()
                .findFirst()
                .filter(row -> row.path("days").asInt() > 0)
                .ifPresentOrElse(
                        row -> steps.add(Step.of(
                                "trend",
                                "folded forward over " + Show.text(row, "days") + " day(s) up to "
                                        + Show.text(row, "last"))),
                        () -> steps.add(Step.missing("tables", "not yet: no trend from " + days.get(0) + " on")));
        return steps;
    }

    private static LocalDate day(String key) {
        return LocalDate.parse(key.substring(key.indexOf('/') + 1));
    }
}

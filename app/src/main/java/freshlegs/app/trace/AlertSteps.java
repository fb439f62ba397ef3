package freshlegs.app.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Show;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactRef;
import freshlegs.model.topic.Topics;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An alert's way: what it rests on, how it stepped, what the plan changed, who was told. */
final class AlertSteps {
    private static final int MOST = 10;

    private final AthletesTopics topics;
    private final Rows rows;

    AlertSteps(AthletesTopics topics, Rows rows) {
        this.topics = topics;
        this.rows = rows;
    }

    /** Alerts that rest on a delivery, or on one of its facts. */
    Set<String> restingOn(AthleteId athlete, String delivery, List<FactRef> facts) throws SQLException {
        Set<String> alerts = new LinkedHashSet<>();
        String[] factIds = facts.stream().map(FactRef::factId).distinct().toArray(String[]::new);
        String[] revisions = facts.stream().map(FactRef::revision).distinct().toArray(String[]::new);
        rows.ask(
                        List.of("id"),
                        "(SELECT DISTINCT id FROM freshlegs.alert_evidence WHERE athlete = ? AND id IS NOT NULL AND"
                                + " (delivery_id = ? OR (fact_id = ANY (?) AND revision = ANY (?)))) AS resting"
                                + " ORDER BY id LIMIT " + MOST,
                        athlete.value(),
                        delivery,
                        factIds,
                        revisions)
                .forEach(row -> alerts.add(Show.text(row, "id")));
        return alerts;
    }

    /** The deliveries that brought what an alert rests on, the latest first. */
    List<String> deliveries(String alert) throws SQLException {
        return rows
                .ask(
                        List.of("deliveryId"),
                        "(SELECT DISTINCT delivery_id FROM freshlegs.alert_evidence WHERE id = ? AND delivery_id IS NOT"
                                + " NULL) AS brought ORDER BY delivery_id DESC LIMIT " + MOST,
                        alert)
                .stream()
                .map(row -> Show.text(row, "deliveryId"))
                .toList();
    }

    List<Step> of(AthleteId athlete, String alert) throws SQLException {
        List<Step> steps = new ArrayList<>();
        Optional<ObjectNode> known = rows
                .ask(
                        List.of("cause", "firstDay", "lastDay", "openedAt", "updatedAt", "toldStatus"),
                        "ledger.episode WHERE id = ?",
                        alert)
                .stream()
                .findFirst();
        if (known.isEmpty()) {
            return List.of(Step.missing("alert", "the ledger knows no alert " + alert));
        }
        for (ObjectNode row : rows.ask(
                List.of("name", "day", "rule"),
                "freshlegs.alert_domains WHERE id = ? AND votes ORDER BY first_day, place LIMIT 20",
                alert)) {
            steps.add(Step.of(
                    "signal",
                    words(row, "name") + " voted on " + Show.text(row, "day") + " by " + Show.text(row, "rule")));
        }
        Step opened = Rows.instant(known.get(), "openedAt")
                .map(at -> Step.at(at, "alert", alert + " was opened"))
                .orElseGet(() -> Step.of("alert", alert + " was opened"));
        steps.add(opened.with("alert", alert));
        steps.addAll(records(athlete, known.get(), alert));
        steps.addAll(standing(alert));
        steps.addAll(messages(alert));
        return steps;
    }

    private List<Step> records(AthleteId athlete, ObjectNode known, String alert) {
        String key =
                athlete + "/" + Show.text(known, "cause").toLowerCase(Locale.ROOT) + "." + Show.text(known, "firstDay");
        Instant from = Rows.instant(known, "openedAt").orElse(Instant.EPOCH).minusSeconds(3600);
        List<Place> told = topics.find(Topics.EPISODE, athlete, from, key::equals);
        if (told.isEmpty()) {
            return List.of(Step.missing("alert", "no record " + key + " in " + Topics.EPISODE.name() + " any more"));
        }
        return told.stream()
                .skip(Math.max(0, told.size() - MOST))
                .map(place -> place.step("alert", place.content().isEmpty() ? "taken back:" : "told as")
                        .with("alert", alert))
                .toList();
    }

    private List<Step> standing(String alert) throws SQLException {
        List<Step> steps = new ArrayList<>();
        for (ObjectNode row : rows.ask(
                List.of("standing", "status", "firstDay", "lastDay", "steps", "plan", "mergedInto"),
                "freshlegs.alerts WHERE id = ? ORDER BY first_day LIMIT 5",
                alert)) {
            for (JsonNode step : row.path("steps")) {
                steps.add(Step.of("alert", "reached " + Show.text(step, "status") + " on " + Show.text(step, "day")));
            }
            steps.add(Step.of(
                    "alert",
                    "stands as " + Show.text(row, "standing") + " from " + Show.text(row, "firstDay") + " to "
                            + Show.text(row, "lastDay")
                            + Rows.text(row, "mergedInto")
                                    .map(in -> ", merged into " + in)
                                    .orElse("")));
            for (JsonNode change : row.path("plan")) {
                steps.add(Step.of("plan", "changed " + Show.text(change, "date") + " (" + words(change, "kind") + ")"));
            }
        }
        return steps;
    }

    private List<Step> messages(String alert) throws SQLException {
        List<Step> steps = new ArrayList<>();
        for (ObjectNode row : rows.ask(
                List.of(
                        "id",
                        "step",
                        "channel",
                        "state",
                        "attempts",
                        "createdAt",
                        "notBefore",
                        "nextAttemptAt",
                        "sentAt",
                        "deliveryId",
                        "heldFor"),
                "ledger.outbox WHERE episode_id = ? ORDER BY id LIMIT 50",
                alert)) {
            String message =
                    "message " + Show.text(row, "id") + " of " + Show.text(row, "step") + " for " + channel(row);
            Rows.instant(row, "createdAt")
                    .ifPresent(at -> steps.add(
                            Step.at(at, "outbox", message + " was written").with("message", Show.text(row, "id"))));
            steps.addAll(end("message " + Show.text(row, "id"), row));
        }
        for (ObjectNode row : rows.ask(
                List.of("id", "kind", "channel", "state", "attempts", "createdAt", "nextAttemptAt", "sentAt"),
                "ledger.delivery WHERE id IN (SELECT delivery_id FROM ledger.outbox WHERE episode_id = ?) ORDER BY id"
                        + " LIMIT 50",
                alert)) {
            Rows.instant(row, "createdAt")
                    .ifPresent(at -> steps.add(Step.at(
                                    at,
                                    "delivery",
                                    "delivery " + Show.text(row, "id") + " (" + words(row, "kind") + ") to "
                                            + channel(row) + " was put together")
                            .with("message", Show.text(row, "id"))));
            steps.addAll(end("delivery " + Show.text(row, "id"), row));
        }
        if (steps.isEmpty()) {
            steps.add(Step.missing("outbox", "nobody was told of it, and nobody is about to be"));
        }
        return steps;
    }

    private static List<Step> end(String what, ObjectNode row) {
        String tries = Show.text(row, "attempts") + " tries";
        String state = Show.text(row, "state");
        Optional<Instant> sent = Rows.instant(row, "sentAt");
        if (sent.isPresent()) {
            return List.of(Step.at(sent.get(), "told", what + " is " + state + " after " + tries));
        }
        boolean bound = Rows.text(row, "deliveryId").isPresent();
        String when = Rows.text(row, "nextAttemptAt")
                .or(() -> Rows.text(row, "notBefore"))
                .map(at -> ", next at " + at)
                .orElse("");
        String held = Rows.text(row, "heldFor")
                .map(why -> ", held back (" + why + ")")
                .orElse("");
        return List.of(
                bound
                        ? Step.of(
                                "told",
                                what + " is " + state + ", as its delivery " + Show.text(row, "deliveryId") + " stands")
                        : Step.missing("told", "not yet: " + what + " is " + state + " after " + tries + when + held));
    }

    /** Channels of people are named by their id; of the operator's there is one. */
    private static String channel(JsonNode row) {
        return "channel " + Show.text(row, "channel");
    }

    private static String words(JsonNode row, String field) {
        return Show.words(row, field);
    }
}

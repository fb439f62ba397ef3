package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.simulate.Label;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;

/** One athlete's status, episodes with their evidence, and what the plan changed, as a JSON object. */
final class AthleteReport {
    private static final List<String> EPISODE =
            List.of("id", "cause", "status", "firstDay", "lastDay", "open", "why", "lowConfidence", "domains");
    private static final List<String> DOMAIN =
            List.of("name", "votes", "value", "unit", "baseline", "spread", "z", "days");
    private static final String RECENT_CHANGES =
            "freshlegs.prescription WHERE athlete = ? AND adjustment IS NOT NULL AND"
                    + " date > (SELECT max(date) - 14 FROM freshlegs.status_day WHERE athlete = ?) ORDER BY date";

    private AthleteReport() {}

    static ObjectNode read(DatabaseAddress database, Label label) throws SQLException {
        String id = label.athlete().value();
        ObjectNode athlete = JsonNodeFactory.instance.objectNode();
        athlete.put("id", id);
        ObjectNode standing = Query.of(List.of("status", "why", "statusDate"), "freshlegs.squad WHERE athlete = ?")
                .with(id)
                .ask(database)
                .objects()
                .findFirst()
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("status", "UNKNOWN"));
        athlete.set("status", standing.path("status"));
        athlete.put("labelled", label.story().name());
        athlete.set("why", standing.path("why"));
        athlete.put("statusDate", Show.text(standing, "statusDate"));
        athlete.set("episodes", episodes(database, id));
        athlete.set("adjustments", adjustments(database, id));
        return athlete;
    }

    private static ArrayNode episodes(DatabaseAddress database, String athlete) throws SQLException {
        ArrayNode episodes = Query.of(EPISODE, "freshlegs.episode WHERE athlete = ? ORDER BY first_day, cause")
                .with(athlete)
                .ask(database)
                .toJson();
        episodes.forEach(episode -> episode.path("domains").forEach(AthleteReport::completeDomain));
        return episodes;
    }

    /** What is not known is null, so that every domain has every field. */
    private static void completeDomain(JsonNode domain) {
        for (String field : DOMAIN) {
            if (!domain.has(field)) {
                ((ObjectNode) domain).putNull(field);
            }
        }
    }

    private static ArrayNode adjustments(DatabaseAddress database, String athlete) throws SQLException {
        ArrayNode adjustments = JsonNodeFactory.instance.arrayNode();
        Query.of(List.of("date", "planned", "prescribed", "adjustment"), RECENT_CHANGES)
                .with(athlete, athlete)
                .ask(database)
                .objects()
                .forEach(day -> adjustments.add(adjustment(day)));
        return adjustments;
    }

    private static ObjectNode adjustment(ObjectNode day) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("session", Show.text(day.path("planned"), "title"))
                .put("date", Show.text(day, "date"))
                .put("kind", Show.text(day.path("adjustment"), "kind"))
                .put("hard", day.path("planned").path("hard").asBoolean())
                .put("before", Show.workout(day.path("planned")))
                .put("after", Show.workout(day.path("prescribed")))
                .put("reason", Show.text(day.path("adjustment"), "reason"));
    }
}

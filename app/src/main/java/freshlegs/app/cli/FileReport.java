package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Show;
import freshlegs.model.result.FileOutcome.Outcome;
import java.util.Locale;
import java.util.Optional;

/** What became of one file, as it is printed. */
record FileReport(String path, Outcome outcome, Optional<String> reason, JsonNode activities) {

    static FileReport failed(String path, String reason) {
        return new FileReport(path, Outcome.FAILED, Optional.of(reason), JsonNodeFactory.instance.arrayNode());
    }

    /** From a row of the outcomes. */
    static FileReport of(String path, JsonNode row) {
        String reason = Show.text(row, "reason");
        return new FileReport(
                path,
                outcome(Show.text(row, "outcome")),
                Optional.of(reason).filter(text -> !text.isEmpty()),
                row.path("activities"));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("path", path);
        json.put("outcome", outcome.key());
        json.put("reason", reason.orElse(null));
        json.set("activity", activities.isEmpty() ? json.nullNode() : activities.get(0));
        if (activities.size() > 1) {
            json.set("activities", activities);
        }
        return json;
    }

    /** One line for people. */
    String line() {
        String what = activities.isEmpty() ? "" : describe(activities.get(0));
        return String.format(
                Locale.ROOT,
                "%-10s %s%s%s",
                words(outcome),
                path,
                what,
                reason.map(text -> " - " + text).orElse(""));
    }

    static String words(Outcome outcome) {
        return outcome.key().replace('-', ' ');
    }

    private static String describe(JsonNode activity) {
        String kilometres = Show.kilometres(activity, "distanceMetres");
        return " (" + Show.words(activity, "sport") + " on " + Show.text(activity, "localDate")
                + (kilometres.isEmpty() ? "" : ", " + kilometres + " km") + ")";
    }

    static Outcome outcome(String text) {
        return Outcome.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Show;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.app.simulate.Label;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a simulated squad stands, beside the truth about it. */
record SquadReport(List<ObjectNode> athletes, Summary files, Optional<URI> console) {

    static SquadReport read(Access access, List<Label> labels, List<FileReport> files) throws SQLException {
        List<ObjectNode> athletes = new ArrayList<>();
        for (Label label : labels) {
            athletes.add(AthleteReport.read(access.database(), label));
        }
        return new SquadReport(athletes, Summary.of(files), access.console());
    }

    ObjectNode toJson() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode all = document.putArray("athletes");
        athletes.forEach(all::add);
        document.set("files", files.toJson());
        document.put("consoleUrl", console.map(URI::toString).orElse(null));
        return document;
    }

    String forPeople() {
        TextTable table = new TextTable("athlete", "status", "in truth", "why", "what the plan changed");
        athletes.forEach(athlete -> table.add(
                Show.text(athlete, "id"),
                Show.text(athlete, "status"),
                Show.words(athlete, "labelled"),
                Show.text(athlete, "why"),
                change(athlete)));
        return table + "\nFiles: " + files + "\n"
                + console.map(address -> "Coach's page: " + address + "\n").orElse("");
    }

    /** The next hard session that was changed, else the next change of any kind, else the latest. */
    private static String change(ObjectNode athlete) {
        List<JsonNode> changes = new ArrayList<>();
        athlete.withArray("adjustments").forEach(changes::add);
        String today = Show.text(athlete, "statusDate");
        List<JsonNode> coming = changes.stream()
                .filter(change -> Show.text(change, "date").compareTo(today) >= 0)
                .toList();
        return coming.stream()
                .filter(change -> change.path("hard").asBoolean())
                .findFirst()
                .or(() -> coming.stream().findFirst())
                .or(() -> changes.stream().reduce((earlier, later) -> later))
                .map(change -> Show.text(change, "date") + ": " + Show.text(change, "before") + " -> "
                        + Show.text(change, "after"))
                .orElse("");
    }
}

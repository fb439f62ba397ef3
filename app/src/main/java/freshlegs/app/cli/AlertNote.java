package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Show;
import freshlegs.app.output.TextTable;

/** An alert as its athlete reads it: what to do, and what the plan asks instead. */
final class AlertNote {
    private AlertNote() {}

    static String of(JsonNode alert) {
        StringBuilder note = new StringBuilder();
        String until = alert.path("open").asBoolean() ? "now" : Show.text(alert, "lastDay");
        note.append("Since ")
                .append(Show.text(alert, "firstDay"))
                .append(", until ")
                .append(until)
                .append(".\n");
        String said = Show.text(alert, "athleteWhy");
        note.append(said.isEmpty() ? "This alert is withdrawn: there was no ground for it." : said)
                .append('\n');
        TextTable plan = plan(alert);
        return note + (plan.isEmpty() ? "" : plan.toString());
    }

    /** The sessions that the alert changed, before and after. */
    static TextTable plan(JsonNode alert) {
        TextTable plan = new TextTable("date", "change", "planned", "to do");
        alert.path("plan")
                .forEach(session -> plan.add(
                        Show.text(session, "date"),
                        Show.words(session, "kind"),
                        Show.workout(session.path("planned")),
                        Show.workout(session.path("prescribed"))));
        return plan;
    }
}

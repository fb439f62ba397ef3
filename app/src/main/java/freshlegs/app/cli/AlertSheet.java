package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.TextTable;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** One alert as a coach checks it by hand; {@code days} are those that led to its latest step. */
record AlertSheet(JsonNode alert, List<ObjectNode> days, List<ObjectNode> evidence, List<String> said) {
    private static final int DAYS = 14;
    private static final String BY_HAND = """
            z = (value - usual) / spread, of HRV (usual - value) / spread in logarithms, cut at 3 either way. A chart moves a share of
            the way to z on every day with a value (by the standard rules 0.25, heart rate at pace 0.35 a run; performance: z itself)
            and votes from its limit on; of dissociation it votes down to it. Charts stand still in illness, that of resting heart rate also
            while it jumps as in the beginning of one.
            """;

    static AlertSheet read(ObjectNode alert, DatabaseAddress database) throws SQLException {
        List<String> said = Precision.saidOf(Show.text(alert, "id"), Show.text(alert, "cause"), database);
        String athlete = Show.text(alert, "athlete");
        String step = Show.text(latest(alert), "day");
        if (step.isEmpty()) {
            return new AlertSheet(alert, List.of(), List.of(), said);
        }
        LocalDate last = LocalDate.parse(step);
        List<ObjectNode> days = Query.of(
                        List.of("date", "domains"),
                        "freshlegs.status_day WHERE athlete = ? AND date BETWEEN ? AND ? ORDER BY date")
                .with(athlete, last.minusDays(DAYS - 1L), last)
                .ask(database)
                .objects()
                .toList();
        List<ObjectNode> evidence = Query.of(
                        List.of("kind", "factId", "value", "unit", "device", "path"),
                        "freshlegs.alert_evidence WHERE athlete = ? AND cause = ? AND first_day = ?"
                                + " ORDER BY local_date, kind, fact_id")
                .with(athlete, Show.text(alert, "cause"), LocalDate.parse(Show.text(alert, "firstDay")))
                .ask(database)
                .objects()
                .toList();
        return new AlertSheet(alert, days, evidence, said);
    }

    private static JsonNode latest(JsonNode alert) {
        JsonNode steps = alert.path("steps");
        return steps.path(steps.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder sheet =
                new StringBuilder(heading()).append(Show.text(alert, "why")).append('\n');
        if (alert.path("domains").isEmpty()) {
            return sheet.toString();
        }
        sheet.append(section("Evidence on " + Show.text(latest(alert), "day"), evidenceTable() + BY_HAND))
                .append(section("How it adds up", Show.text(alert, "agreement") + "\n"))
                .append(section("How the charts came there", course()))
                .append(section("What else could explain it", lines("context", "nothing that is known")))
                .append(section("What is missing", lines("missing", "nothing")))
                .append(section(
                        "Confidence",
                        Show.words(alert, "confidence") + ": " + Show.text(alert, "confidenceWhy") + "\n"))
                .append(section("What the plan did", plan()))
                .append(section("What would clear it", Show.text(alert, "clears") + "\n"))
                .append(section("Rules", rules()))
                .append(section("What the athlete is told", Show.text(alert, "athleteWhy") + "\n"))
                .append(section("What people say of it", String.join("\n", said)))
                .append(section("What it rests on", grounds()));
        return sheet.toString();
    }

    private String heading() {
        List<String> steps = new ArrayList<>();
        alert.path("steps").forEach(step -> steps.add(Show.text(step, "status") + " " + Show.text(step, "day")));
        String until = alert.path("open").asBoolean() ? "still open" : "to " + Show.text(alert, "lastDay");
        return Show.text(alert, "id") + ": " + Show.text(alert, "athlete") + ", " + Show.words(alert, "cause") + ", "
                + Show.words(alert, "standing") + ", " + Show.text(alert, "status") + ", "
                + Show.text(alert, "firstDay") + " " + until
                + (steps.isEmpty() ? "" : " (" + String.join(", ", steps) + ")") + "\n";
    }

    private static String section(String title, String text) {
        return text.isBlank() ? "" : "\n" + title + "\n" + text.stripTrailing().indent(2);
    }

    private String evidenceTable() {
        TextTable table = new TextTable(
                "evidence",
                "votes",
                "value",
                "own band",
                "z",
                "made of",
                "chart",
                "limit",
                "for",
                "lately",
                "usual from",
                "rule");
        for (JsonNode domain : alert.path("domains")) {
            table.add(
                    Show.words(domain, "name"),
                    domain.path("known").asBoolean() ? domain.path("votes").asBoolean() ? "yes" : "no" : "not known",
                    (Show.text(domain, "value") + " " + Show.text(domain, "unit")).strip(),
                    band(domain),
                    Show.number(domain, "z", 2),
                    madeOf(domain),
                    Show.number(domain, "chart", 3),
                    Show.number(domain, "limit", 2),
                    counted(domain, "days"),
                    counted(domain, "values"),
                    counted(domain, "baselineDays"),
                    Show.text(domain, "rule"));
        }
        return table.toString();
    }

    private static String band(JsonNode domain) {
        return domain.path("low").isNumber()
                ? Show.number(domain, "low", 1) + " to " + Show.number(domain, "high", 1)
                : "";
    }

    private static String madeOf(JsonNode domain) {
        JsonNode compared = domain.path("compared");
        if (!compared.isObject()) {
            return "";
        }
        boolean lessIsWorse = Show.text(domain, "unit").equals("ms");
        int decimals = compared.path("spread").asDouble() < 1 ? 4 : 2;
        String value = Show.number(compared, "value", decimals);
        String usual = Show.number(compared, "usual", decimals);
        return "(" + (lessIsWorse ? usual + " - " + value : value + " - " + usual) + ") / "
                + Show.number(compared, "spread", decimals);
    }

    private static String counted(JsonNode domain, String field) {
        int count = domain.path(field).asInt();
        String what =
                switch (Show.text(domain, "name")) {
                    case "EXERCISE_HEART_RATE" -> "run";
                    case "PERFORMANCE" -> "key session";
                    default -> "day";
                };
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }

    /** z and chart of every kind that votes, day by day. */
    private String course() {
        List<String> voting = StreamSupport.stream(alert.path("domains").spliterator(), false)
                .filter(domain -> domain.path("votes").asBoolean())
                .map(domain -> Show.text(domain, "name"))
                .filter(name -> !name.equals("DISSOCIATION"))
                .toList();
        if (voting.isEmpty() || days.isEmpty()) {
            return "";
        }
        List<String> titles = new ArrayList<>(List.of("day"));
        for (String name : voting) {
            titles.add(name.toLowerCase(Locale.ROOT).replace('_', ' ') + " z");
            titles.add("chart");
        }
        TextTable table = new TextTable(titles.toArray(String[]::new));
        for (ObjectNode day : days) {
            List<String> cells = new ArrayList<>(List.of(Show.text(day, "date")));
            for (String name : voting) {
                JsonNode domain = domain(day, name);
                cells.add(Show.number(domain, "z", 2));
                cells.add(Show.number(domain, "chart", 3));
            }
            table.add(cells.toArray(String[]::new));
        }
        return table.toString();
    }

    private static JsonNode domain(JsonNode day, String name) {
        for (JsonNode domain : day.path("domains")) {
            if (Show.text(domain, "name").equals(name)) {
                return domain;
            }
        }
        return day.path("no such domain");
    }

    private String lines(String field, String ifEmpty) {
        List<String> lines = new ArrayList<>();
        alert.path(field).forEach(line -> lines.add(line.asText() + "\n"));
        return lines.isEmpty() ? ifEmpty + "\n" : String.join("", lines);
    }

    private String plan() {
        TextTable plan = AlertNote.plan(alert);
        return plan.isEmpty() ? "no session was changed\n" : plan.toString();
    }

    private String rules() {
        List<String> rules = new ArrayList<>();
        alert.path("rules").forEach(rule -> rules.add(rule.asText()));
        String set = Show.text(alert, "ruleSet");
        return String.join(", ", rules) + (set.isEmpty() ? "" : " (thresholds " + set + ")");
    }

    private String grounds() {
        TextTable table = new TextTable("fact", "says", "device", "file");
        evidence.forEach(fact -> table.add(
                Show.text(fact, "kind") + "/" + Show.text(fact, "factId"),
                (Show.number(fact, "value", 1) + " " + Show.text(fact, "unit")).strip(),
                Show.text(fact, "device"),
                Show.text(fact, "path")));
        return table.isEmpty() ? "" : table.toString();
    }
}

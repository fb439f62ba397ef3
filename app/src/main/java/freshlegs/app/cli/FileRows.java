package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An athlete's files, one row for each activity of each: what became of it, which run it is a copy of, and why. */
final class FileRows {
    private static final List<String> FIELDS = List.of(
            "id", "received", "route", "outcome", "activity", "group", "kept", "why", "path", "archive", "decision");

    /** A reason that says more than the copy's own is told, too, and neither is told twice. */
    private static final String ROWS = """
            (select athlete, id, received, route, outcome, activity, "group", kept,
                    case when reason is null then why
                         when why is null or outcome <> 'imported' or position(why in reason) > 0 then reason
                         else why || '; ' || reason end as why,
                    path, archive, decision, place
             from (select f.*, f.delivery_id as id, f.received_at as received, place,
                          copy ->> 'activity' as activity, copy ->> 'group' as "group",
                          (copy ->> 'kept')::boolean as kept, copy ->> 'why' as why
                   from freshlegs.file_outcome f
                   left join lateral jsonb_array_elements(f.copies) with ordinality as c(copy, place) on true) copies) files
            """;

    private final AthleteId athlete;
    private final DatabaseAddress database;

    FileRows(AthleteId athlete, DatabaseAddress database) {
        this.athlete = athlete;
        this.database = database;
    }

    /** All rows that pass what is asked for; an archive passes with its files. */
    Table like(List<String> archive, List<String> outcome, List<String> group) throws SQLException {
        StringBuilder where = new StringBuilder(ROWS + " where athlete = ?");
        List<Object> parameters = new ArrayList<>(List.of(athlete.value()));
        for (String id : archive) {
            where.append(" and (id = ? or archive = ?)");
            parameters.addAll(List.of(id, id));
        }
        for (String word : outcome) {
            where.append(" and outcome = ?");
            parameters.add(word);
        }
        for (String name : group) {
            where.append(" and \"group\" = ?");
            parameters.add(name);
        }
        return ask(where.toString(), parameters.toArray());
    }

    /** These files, what lies in them, and every copy of a run that one of them holds. */
    Table around(Collection<String> ids) throws SQLException {
        Object some = ids.toArray(String[]::new);
        String named = " id = any (?) or archive = any (?)";
        return ask(
                ROWS + " where athlete = ? and (" + named + " or \"group\" in (select \"group\" from " + ROWS
                        + " where athlete = ? and (" + named + ")))",
                athlete.value(),
                some,
                some,
                athlete.value(),
                some,
                some);
    }

    static TextTable forPeople(Table table) {
        TextTable text =
                new TextTable("id", "received", "route", "outcome", "file", "activity", "group", "copy", "why");
        table.objects()
                .forEach(file -> text.add(
                        Show.text(file, "id"),
                        Show.text(file, "received").replaceAll("T(\\d\\d:\\d\\d).*", " $1"),
                        Show.text(file, "route"),
                        Show.text(file, "outcome").replace('-', ' '),
                        Show.text(file, "path"),
                        Show.text(file, "activity"),
                        Show.text(file, "group"),
                        copy(file),
                        Show.text(file, "why")));
        return text;
    }

    private Table ask(String from, Object... parameters) throws SQLException {
        return Query.of(FIELDS, from + " order by received, id, place")
                .with(parameters)
                .ask(database);
    }

    private static String copy(ObjectNode file) {
        if (Show.text(file, "decision").equals(Verdict.UNDO.key())) {
            return "taken back";
        }
        return switch (Show.text(file, "kept")) {
            case "true" -> "kept";
            case "false" -> Show.text(file, "outcome").equals(Outcome.DUPLICATE.key()) ? "" : "alternative";
            default -> "";
        };
    }
}

package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of one archive and the files in it: how many came to which end, and why those that brought nothing did not. {@code
 * complete} says that every file has come to its end.
 */
record ArchiveReport(
        AthleteId athlete, String delivery, FileReport itself, Summary files, boolean complete, Table others) {
    private static final List<String> FIELDS = List.of("path", "outcome", "reason");
    private static final String NOT_IMPORTED = """
            freshlegs.file_outcome
            WHERE athlete = ? AND archive = ? AND outcome <> 'imported'
            ORDER BY outcome = 'duplicate', delivery_id""";

    /** At most {@code most} files that were not imported are read, the broken ones before the duplicates. */
    static ArchiveReport read(
            AthleteId athlete,
            String delivery,
            FileReport itself,
            Outcomes outcomes,
            int most,
            DatabaseAddress database)
            throws SQLException {
        Table others = Query.of(FIELDS, NOT_IMPORTED + " LIMIT " + most)
                .with(athlete.value(), delivery)
                .ask(database);
        return new ArchiveReport(
                athlete, delivery, itself, outcomes.filesOf(delivery), outcomes.isComplete(delivery), others);
    }

    /** What counts in the summary of an import: its files, and itself when something is wrong with it. */
    Summary counted() {
        return itself.outcome() == Outcome.IMPORTED ? files : files.plus(Summary.of(itself.outcome(), 1));
    }

    ObjectNode toJson() {
        ObjectNode json = itself.toJson();
        json.remove("activity");
        json.put("delivery", delivery);
        json.put("complete", complete);
        json.set("files", files.toJson());
        ArrayNode list = json.putArray("notImported");
        others.objects().forEach(list::add);
        json.put("undo", undo());
        return json;
    }

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: an archive of %,d files: %s", itself.line(), files.files(), files));
        others.objects()
                .map(row -> "  " + FileReport.of(Show.text(row, "path"), row).line())
                .forEach(lines::add);
        long unsaid = files.files() - files.imported() - others.rows().size();
        if (unsaid > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  and %,d more: freshlegs files --athlete %s --archive %s",
                    unsaid,
                    athlete,
                    delivery));
        }
        if (!complete) {
            lines.add("  not all of it has come to its end; it goes on when the pipeline runs");
        }
        lines.add("  take all of it back: " + undo());
        return lines;
    }

    private String undo() {
        return "freshlegs files undo --athlete " + athlete + " " + delivery;
    }
}

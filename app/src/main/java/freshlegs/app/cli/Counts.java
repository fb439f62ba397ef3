package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.result.FileOutcome.Outcome;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many files of each archive have come to which end, by the archive's delivery; the rows themselves stay in the database. */
record Counts(Map<String, Summary> byArchive) {
    static final Counts NONE = new Counts(Map.of());

    private static final List<String> FIELDS = List.of("archive", "outcome", "files");
    private static final String FROM = """
            (SELECT archive, outcome, count(*) AS files
            FROM freshlegs.file_outcome
            WHERE athlete = ANY (?) AND archive = ANY (?)
            GROUP BY archive, outcome) AS counted""";

    static Counts of(Collection<String> athletes, Collection<String> archives, DatabaseAddress database)
            throws SQLException {
        if (archives.isEmpty()) {
            return NONE;
        }
        Map<String, Summary> counts = new HashMap<>();
        Query.of(FIELDS, FROM)
                .with(athletes.toArray(String[]::new), archives.toArray(String[]::new))
                .ask(database)
                .objects()
                .forEach(row -> counts.merge(Show.text(row, "archive"), summary(row), Summary::plus));
        return new Counts(counts);
    }

    Summary of(String archive) {
        return byArchive.getOrDefault(archive, Summary.NONE);
    }

    private static Summary summary(ObjectNode row) {
        Outcome outcome = FileReport.outcome(Show.text(row, "outcome"));
        return Summary.of(outcome, row.path("files").asLong());
    }
}

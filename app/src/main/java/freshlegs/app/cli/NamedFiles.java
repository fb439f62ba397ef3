package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.FileDecision.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the files that a person names by their id, the beginning of it, or their path. */
final class NamedFiles {
    private static final List<String> FIELDS = List.of("deliveryId", "path", "archive", "decision", "copies");
    private static final String NAMED = """
            freshlegs.file_outcome where athlete = ? and (starts_with(delivery_id, ?) or path = ?)
            order by delivery_id = ? desc, received_at, delivery_id limit 20
            """;

    private final AthleteId athlete;
    private final DatabaseAddress database;

    NamedFiles(AthleteId athlete, DatabaseAddress database) {
        this.athlete = athlete;
        this.database = database;
    }

    /** A file with what is decided about it, be it by its archive; {@code isRun} says that it holds an activity. */
    record Named(String id, String path, Optional<String> archive, Verdict decision, boolean isRun) {}

    Named find(String name) throws SQLException {
        List<Named> found = name.isEmpty() ? List.of() : ask(name);
        if (found.isEmpty()) {
            throw Problem.failed("There is no file " + name + " of " + athlete + ": `freshlegs files --athlete "
                    + athlete + "` lists them.");
        }
        if (found.size() > 1 && !found.get(0).id().equals(name)) {
            throw Problem.failed(name + " can be several files of " + athlete + ": say which by its id, "
                    + String.join(" or ", found.stream().limit(3).map(Named::id).toList())
                    + (found.size() > 3 ? " or another." : "."));
        }
        return found.get(0);
    }

    private List<Named> ask(String name) throws SQLException {
        return Query.of(FIELDS, NAMED)
                .with(athlete.value(), name, name, name)
                .ask(database)
                .objects()
                .map(NamedFiles::named)
                .toList();
    }

    private static Named named(ObjectNode row) {
        return new Named(
                Show.text(row, "deliveryId"),
                Show.text(row, "path"),
                Optional.of(Show.text(row, "archive")).filter(id -> !id.isEmpty()),
                Verdict.valueOf(Show.text(row, "decision").toUpperCase(Locale.ROOT)),
                !row.path("copies").isEmpty());
    }
}

package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.Departed;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;

/** Athletes as the command line names them. */
final class Athletes {
    private Athletes() {}

    static AthleteId parse(String text) {
        if (!AthleteId.isValid(text)) {
            throw Problem.wrongUse(
                    "\"" + printable(text) + "\" cannot be an athlete's id: use 1 to 64 lower-case letters,"
                            + " digits, '-' or '_', beginning and ending with a letter or digit, such as anna-k.");
        }
        return AthleteId.of(text);
    }

    static boolean isKnown(AthleteId athlete, DatabaseAddress database) throws SQLException {
        return known(database).contains(athlete.value());
    }

    static void checkKnown(AthleteId athlete, DatabaseAddress database) throws SQLException {
        List<String> known = known(database);
        if (!known.contains(athlete.value())) {
            throw Problem.failed("There is no athlete " + athlete + " yet: "
                    + (known.isEmpty()
                            ? "import something with `freshlegs import --athlete " + athlete + " FOLDER`."
                            : "known are " + String.join(", ", known) + "."));
        }
    }

    /** Whoever had everything about herself erased does not come back by a late file. */
    static void checkNotGone(AthleteId athlete, Settings settings) {
        if (Departed.in(settings.get(Catalogue.DATA)).has(athlete)) {
            throw Problem.failed("Everything about " + athlete
                    + " was erased, and nothing is taken for the id any more: choose another one.");
        }
    }

    private static List<String> known(DatabaseAddress database) throws SQLException {
        return Query.of(List.of("athlete"), "freshlegs.athlete ORDER BY athlete")
                .ask(database)
                .objects()
                .map(row -> Show.text((JsonNode) row, "athlete"))
                .toList();
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}

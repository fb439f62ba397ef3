package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often people held alerts for right: {@code fatigue alerts: 14 of 18 confirmed, 2 unsure}. */
final class Precision {
    private static final String JUDGED = """
            (select coalesce(sum(judged_right), 0) as "right", coalesce(sum(judged_wrong), 0) as wrong,
                    coalesce(sum(judged_unsure), 0) as unsure
             from freshlegs.rule_precision where cause = ?) judged
            """;

    private static final String VERDICT =
            "freshlegs.alert_verdict where alert_id = ? order by recorded_at desc, edit desc limit 1";

    private Precision() {}

    /** Of all alerts of a cause; empty while nobody has judged any. */
    static Optional<String> of(String cause, DatabaseAddress database) throws SQLException {
        return Query.of(List.of("right", "wrong", "unsure"), JUDGED)
                .with(cause.toUpperCase(Locale.ROOT))
                .ask(database)
                .objects()
                .findFirst()
                .flatMap(row -> said(cause, row));
    }

    /** The verdict on an alert, and how often alerts of its cause were confirmed. */
    static List<String> saidOf(String alert, String cause, DatabaseAddress database) throws SQLException {
        Stream<String> verdict = Query.of(List.of("verdict", "reason"), VERDICT)
                .with(alert)
                .ask(database)
                .objects()
                .map(row -> "this alert: " + Show.text(row, "verdict")
                        + (Show.text(row, "reason").isEmpty() ? "" : ", " + Show.text(row, "reason")));
        return Stream.concat(verdict, of(cause, database).stream()).toList();
    }

    private static Optional<String> said(String cause, ObjectNode row) {
        long right = count(row, "right");
        long judged = right + count(row, "wrong");
        long unsure = count(row, "unsure");
        if (judged + unsure == 0) {
            return Optional.empty();
        }
        return Optional.of(cause.toLowerCase(Locale.ROOT) + " alerts: " + right + " of " + judged + " confirmed"
                + (unsure == 0 ? "" : ", " + unsure + " unsure"));
    }

    private static long count(ObjectNode row, String field) {
        return Long.parseLong(Show.text(row, field));
    }
}

package freshlegs.coach.takeout;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What lies beside everything that is known of an athlete, to explain it. */
final class Readme {
    private Readme() {}

    static String of(AthleteId athlete, Instant now, boolean files) {
        return """
                Everything that Freshlegs knows of %s, as of %s.

                days.csv, activities.csv, check-ins.csv
                    Your days, activities and check-ins as tables for a spreadsheet. Times are UTC, units stand in the
                    names of the columns.

                tables/*.jsonl
                    Every row about you, one JSON object a line, one file for each table of the database. Those whose
                    names end in _revision are what was recorded and said, every telling of it; trend_day, status_day,
                    episode, prescription, activity_analysis and week_review are what follows from that. file_outcome
                    tells what became of each file, access.share who sees you, access.audit who looked, ledger.outbox
                    what was told about you and to whom. Notes that your coach wrote for coaches alone are not among
                    them.

                account/*.jsonl
                    Your account and what hangs on it, without passwords, keys and addresses of channels.

                schemas/*.schema.json
                    What each table is, and what each of its columns means and in which unit, as JSON Schema
                    (draft 2020-12) of one line. Those of days.csv, activities.csv and check-ins.csv are of one row.

                ways.json
                    How your files come: tokens for uploads, connections to services and watches, without their keys; of
                    each watch which files it has handed over. Beside originals/ alone.

                originals/
                %s
                """.formatted(
                        athlete,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        files
                                ? "    Your files as they came, byte for byte. A file that came in an archive is in that archive."
                                : "    Not here: your files are kept by another process than the console. Ask whoever runs it.");
    }
}

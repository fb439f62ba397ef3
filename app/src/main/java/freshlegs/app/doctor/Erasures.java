package freshlegs.app.doctor;

import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Athletes who wait for everything about them to be erased; who they are is not said. */
final class Erasures {
    private static final Duration BEGUN_WITHIN = Duration.ofMinutes(2);
    private static final String TABLE = "access.leaving";
    private static final String START =
            "start `freshlegs run`, or `freshlegs ingest` with FRESHLEGS_POSTGRES_URL, where the" + " files are";

    private Erasures() {}

    static List<Finding> waiting(Site site) throws NotAsked, SQLException {
        List<Finding> findings = new ArrayList<>();
        Table waiting = Sql.ask(
                site,
                TABLE,
                List.of("step", "askedAt", "movedAt", "trouble"),
                TABLE + " WHERE finished_at IS NULL ORDER BY asked_at");
        waiting.objects().forEach(row -> {
            String sentence = "Somebody who asked at " + Show.text(row, "askedAt") + " waits to be erased (step "
                    + Show.text(row, "step") + ")";
            String trouble = Show.text(row, "trouble");
            Instant moved = Instant.parse(Show.text(row, "movedAt"));
            if (!trouble.isEmpty()) {
                findings.add(Finding.problem(
                        sentence + ": " + trouble + ".", "see the log of the process that takes files"));
            } else if (moved.plus(BEGUN_WITHIN).isBefore(site.clock().instant())) {
                findings.add(Finding.problem(sentence + ", and nobody goes on.", START));
            }
        });
        if (!Sql.ask(site, TABLE, List.of("goneAt"), TABLE + " WHERE sweeps < 2 AND gone_at < now()")
                .rows()
                .isEmpty()) {
            findings.add(Finding.warning(
                    "Bytes of somebody who was erased should have left Kafka's files by now, which nobody has swept.",
                    START));
        }
        return findings.isEmpty() ? List.of(Finding.ok("Nobody waits to be erased.")) : findings;
    }
}

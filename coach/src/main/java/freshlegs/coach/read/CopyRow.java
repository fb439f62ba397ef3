package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** One recording among those of the same run, with the file that it came in and why it counts or does not. */
public record CopyRow(
        String fact,
        String revision,
        boolean kept,
        String why,
        OptionalDouble heartRateQuality,
        String deliveryId,
        String path,
        String sha256,
        Instant receivedAt,
        String route,
        Optional<String> archive,
        Optional<String> archivePath,
        Optional<String> archiveSha256,
        String decision,
        Optional<String> device) {

    static final String SELECT = """
            with copy as (select f.*, c.activity, c.revision, c."group" as of_run, c.kept, c.why,
                                 c."heartRateQuality" as heart_rate_quality
                          from freshlegs.file_outcome f
                                   cross join lateral jsonb_to_recordset(f.copies) as c(activity text, revision text,
                              "group" text, kept boolean, why text, "heartRateQuality" double precision)
                          where f.athlete = ?)
            select copy.activity, copy.revision, copy.kept, copy.why, copy.heart_rate_quality, copy.delivery_id, copy.path,
                   copy.sha256, copy.received_at, copy.route, copy.archive, outer_file.path as archive_path,
                   outer_file.sha256 as archive_sha256, copy.decision, session.device
            from copy
                     left join freshlegs.file_outcome outer_file
                               on outer_file.athlete = copy.athlete and outer_file.delivery_id = copy.archive
                     left join freshlegs.session_revision session
                               on session.athlete = copy.athlete and session.fact_id = copy.activity
                                   and session.revision = copy.revision
            where copy.of_run in (select of_run from copy where activity = ?)
            order by copy.kept desc, copy.received_at, copy.delivery_id
            """;

    static CopyRow read(Row row) throws SQLException {
        return new CopyRow(
                row.text("activity"),
                row.text("revision"),
                row.flag("kept"),
                row.text("why"),
                row.optionalNumber("heart_rate_quality"),
                row.text("delivery_id"),
                row.text("path"),
                row.text("sha256"),
                row.instant("received_at"),
                row.text("route"),
                row.optionalText("archive"),
                row.optionalText("archive_path"),
                row.optionalText("archive_sha256"),
                row.text("decision"),
                row.optionalText("device"));
    }
}

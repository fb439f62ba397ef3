package freshlegs.coach.read;

import freshlegs.model.Status;
import freshlegs.model.result.WeekReview;
import java.sql.SQLException;

/** A row of {@code week_review}. */
final class ReviewRow {
    static final String SELECT = """
            select athlete, week, shape, worst, missing_days, to_jsonb(changes) as changes, to_jsonb(runs) as runs,
                   summary, calm_summary, question, calm_question
            from freshlegs.week_review
            """;

    private ReviewRow() {}

    static WeekReview read(Row row) throws SQLException {
        return new WeekReview(
                row.athlete(),
                row.date("week"),
                row.constant("shape", WeekReview.Shape.class),
                row.constant("worst", Status.class),
                row.whole("missing_days"),
                row.jsonList("changes", WeekReview.Change.class),
                row.jsonList("runs", String.class),
                row.text("summary"),
                row.text("calm_summary"),
                row.optionalText("question"),
                row.optionalText("calm_question"));
    }
}

package freshlegs.app.ask;

import freshlegs.app.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views of schema {@code analytics}, by day where they have one, each with what orders its rows in one way only. */
public enum View {
    ACTIVITIES(true, "athlete, started_at, activity_id, revision"),
    ADJUSTMENTS(true, "athlete"),
    ATHLETES(false, "athlete"),
    DAYS(true, "athlete"),
    DELIVERIES(false, "created_at, message_id"),
    EPISODES(false, "athlete, first_day, episode_id"),
    FILES(false, "athlete, handed_over_at, file_id"),
    SIGNALS(true, "athlete, kind"),
    TRENDS(true, "athlete"),
    VERDICTS(false, "athlete, first_day, cause");

    static final String DAY = "day";

    private final boolean daily;
    private final String order;

    View(boolean daily, String order) {
        this.daily = daily;
        this.order = order;
    }

    public static View of(String word) {
        return Stream.of(values())
                .filter(view -> view.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse("There is no view " + word + ": the views are "
                        + Stream.of(values()).map(View::word).collect(Collectors.joining(", ")) + "."));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isDaily() {
        return daily;
    }

    String order() {
        return daily ? DAY + ", " + order : order;
    }

    /** Messages can be about several athletes or none, so those of one are the messages about her alone. */
    String sql(Export.Wanted wanted) {
        return "select * from analytics." + word() + " where true"
                + (wanted.athlete().isPresent() ? " and athlete = ?" : "")
                + (daily && wanted.from().isPresent() ? " and " + DAY + " >= ?" : "")
                + (daily && wanted.to().isPresent() ? " and " + DAY + " <= ?" : "")
                + " order by " + order();
    }
}

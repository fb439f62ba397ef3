package freshlegs.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Single fields of a row as people read them; empty when not known. */
public final class Show {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double METRES_PER_KILOMETRE = 1000;

    private Show() {}

    public static String text(JsonNode row, String field) {
        JsonNode cell = row.path(field);
        return cell.isMissingNode() ? "" : Cells.text(cell);
    }

    /** {@code RESTING_HEART_RATE} as {@code resting heart rate}. */
    public static String words(JsonNode row, String field) {
        return text(row, field).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static String number(JsonNode row, String field, int decimals) {
        JsonNode cell = row.path(field);
        return cell.isNumber() ? String.format(Locale.ROOT, "%." + decimals + "f", cell.asDouble()) : "";
    }

    public static String kilometres(JsonNode row, String field) {
        JsonNode cell = row.path(field);
        return cell.asDouble() > 0 ? String.format(Locale.ROOT, "%.1f", cell.asDouble() / METRES_PER_KILOMETRE) : "";
    }

    /** Minutes and seconds per kilometre. */
    public static String pace(JsonNode row, String field) {
        JsonNode cell = row.path(field);
        if (!cell.isNumber()) {
            return "";
        }
        long seconds = Math.round(cell.asDouble());
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }

    /** A workout as {@code 6 x 1000 m, 60 min}; minutes that the title names are not said twice. */
    public static String workout(JsonNode workout) {
        if (!workout.isObject()) {
            return "";
        }
        String title = text(workout, "title");
        int minutes = workout.path("minutes").asInt();
        return minutes == 0 || title.contains(minutes + " min") ? title : title + ", " + minutes + " min";
    }
}

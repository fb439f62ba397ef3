package freshlegs.ingest.relay;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.Sport;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a list of activities says of one of them. */
record Listing(String id, String startLocal, String source, Optional<String> fileType, Optional<Sport> sport) {
    private static final Set<String> FILE_TYPES = Set.of("fit", "tcx", "gpx");

    /** Nothing when it has no id that could stand in an address. */
    static Optional<Listing> of(JsonNode activity) {
        String id = activity.path("id").asText("");
        if (!id.matches("[A-Za-z0-9_-]{1,40}")) {
            return Optional.empty();
        }
        return Optional.of(new Listing(
                id,
                activity.path("start_date_local").asText(""),
                activity.path("source").asText("").toUpperCase(Locale.ROOT),
                Optional.of(activity.path("file_type").asText("").toLowerCase(Locale.ROOT))
                        .filter(FILE_TYPES::contains),
                sport(activity.path("type").asText(""))));
    }

    /** Why there is no use in asking for its file. */
    Optional<String> refusal() {
        if (source.equals("STRAVA")) {
            return Optional.of(Reasons.STRAVA);
        }
        return source.equals("MANUAL") && fileType.isEmpty() ? Optional.of(Reasons.BY_HAND) : Optional.empty();
    }

    private static Optional<Sport> sport(String type) {
        if (type.endsWith("Run")) {
            return Optional.of(Sport.RUNNING);
        }
        if (type.endsWith("Ride")) {
            return Optional.of(Sport.CYCLING);
        }
        return switch (type) {
            case "Walk" -> Optional.of(Sport.WALKING);
            case "Hike" -> Optional.of(Sport.HIKING);
            case "Swim", "OpenWaterSwim" -> Optional.of(Sport.SWIMMING);
            case "WeightTraining" -> Optional.of(Sport.STRENGTH);
            case "Rowing", "VirtualRow" -> Optional.of(Sport.ROWING);
            default -> Optional.empty();
        };
    }
}

package freshlegs.ingest.garmin;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a body says, by user: lists named for their kind, whose entries name their user each. Files are to be fetched, leavers to
 * be erased, changed permissions to be noted; everything else is counted and ignored.
 */
record Notification(
        Map<String, List<GarminItem>> files, Set<String> leaving, Map<String, String> permissions, int ignored) {
    private static final int LONGEST_USER = 200;
    private static final int LONGEST_ADDRESS = 4_000;
    private static final Set<String> FILE_TYPES = Set.of("fit", "tcx", "gpx");

    /** Nothing when it is no JSON object. */
    static Optional<Notification> read(byte[] body, Instant receivedAt) {
        try {
            JsonNode root = Json.read(body, JsonNode.class);
            return root != null && root.isObject() ? Optional.of(read(root, receivedAt)) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Notification read(JsonNode root, Instant receivedAt) {
        Map<String, List<GarminItem>> files = new LinkedHashMap<>();
        Set<String> leaving = new TreeSet<>();
        Map<String, String> permissions = new LinkedHashMap<>();
        int ignored = 0;
        for (Map.Entry<String, JsonNode> list : root.properties()) {
            for (JsonNode entry : list.getValue()) {
                String user = entry.path("userId").asText("");
                boolean isUser = !user.isBlank() && user.length() <= LONGEST_USER;
                if (isUser && list.getKey().equals("activityFiles") && isAddressed(entry)) {
                    files.computeIfAbsent(user, key -> new ArrayList<>()).add(item(user, entry, receivedAt));
                } else if (isUser && list.getKey().equals("deregistrations")) {
                    leaving.add(user);
                } else if (isUser && list.getKey().equals("userPermissionsChange")) {
                    permissions.put(user, permissions(entry));
                } else {
                    ignored++;
                }
            }
        }
        return new Notification(files, leaving, permissions, ignored);
    }

    private static boolean isAddressed(JsonNode entry) {
        String address = entry.path("callbackURL").asText("");
        return !address.isBlank() && address.length() <= LONGEST_ADDRESS;
    }

    /** The same file told of again is the same item: its id is Garmin's own, else made from its address. */
    private static GarminItem item(String user, JsonNode entry, Instant receivedAt) {
        String address = entry.path("callbackURL").asText("");
        String given = entry.path("summaryId").asText("");
        String id = given.matches("[A-Za-z0-9_-]{1,80}")
                ? given
                : ContentHash.revisionOf(address.getBytes(StandardCharsets.UTF_8));
        String type = entry.path("fileType").asText("").toLowerCase(Locale.ROOT);
        return new GarminItem(
                user, id, FILE_TYPES.contains(type) ? type : "fit", address, receivedAt, 0, 0, Instant.EPOCH);
    }

    private static String permissions(JsonNode entry) {
        List<String> named = new ArrayList<>();
        entry.path("permissions").forEach(each -> named.add(each.asText("")));
        return named.stream()
                .filter(name -> name.matches("[A-Z_]{1,60}"))
                .limit(20)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}

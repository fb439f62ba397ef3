package freshlegs.app.trace;

import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Nearest;
import freshlegs.ingest.SpoolAtRest;
import freshlegs.ingest.Taken;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what somebody may mean: a file by path, name, hash or id, an activity by fact, an alert by id. */
final class Finder {
    private static final int MOST_FILES = 5;
    private static final int MOST_NAMES = 2000;
    private static final long MOST_BYTES = 1L << 31;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");
    private static final String LATEST = " ORDER BY received_at DESC LIMIT " + MOST_FILES;

    private final Rows rows;
    private final SpoolAtRest spool;

    Finder(Rows rows, SpoolAtRest spool) {
        this.rows = rows;
        this.spool = spool;
    }

    /** What was meant. */
    sealed interface Found {
        /** Deliveries of one file, the latest first. */
        record File(Map<String, AthleteId> deliveries) implements Found {}

        record Activity(AthleteId athlete, String factId) implements Found {}

        record Alert(AthleteId athlete, String id) implements Found {}
    }

    Found find(String thing) throws SQLException {
        Optional<String> hash = hashOf(thing);
        if (hash.isPresent()) {
            Map<String, AthleteId> deliveries = ofContent(hash.get());
            if (!deliveries.isEmpty()) {
                return new Found.File(deliveries);
            }
            throw Problem.failed("The file " + thing + " (sha256 " + hash.get().substring(0, 12)
                    + ") was never handed over here: do so with `freshlegs import --athlete ID " + thing + "`.");
        }
        Optional<Found> found = alert(thing).or(() -> Optional.empty());
        if (found.isEmpty()) {
            found = file(thing);
        }
        if (found.isEmpty()) {
            found = activity(thing);
        }
        return found.orElseThrow(() -> unknown(thing));
    }

    private static Optional<String> hashOf(String thing) {
        try {
            Path path = Path.of(thing);
            return Files.isRegularFile(path) && Files.size(path) < MOST_BYTES
                    ? Optional.of(ContentHash.of(Files.readAllBytes(path)))
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Found> alert(String thing) throws SQLException {
        return rows.ask(List.of("id", "athlete"), "ledger.episode WHERE id = ?", thing).stream()
                .findFirst()
                .map(row -> new Found.Alert(AthleteId.of(Show.text(row, "athlete")), thing));
    }

    private Optional<Found> file(String thing) throws SQLException {
        Map<String, AthleteId> deliveries = new LinkedHashMap<>();
        spool.find(thing).ifPresent(taken -> deliveries.put(taken.deliveryId(), taken.athlete()));
        add("freshlegs.file_outcome WHERE delivery_id = ?" + LATEST, deliveries, thing);
        if (deliveries.isEmpty() && HASH.matcher(thing).matches()) {
            deliveries.putAll(ofContent(thing));
        }
        if (deliveries.isEmpty()) {
            spool.ofPath(thing, MOST_FILES).forEach(taken -> deliveries.put(taken.deliveryId(), taken.athlete()));
            add(
                    "freshlegs.file_outcome WHERE path = ? OR right(path, length(?) + 1) = '/' || ?" + LATEST,
                    deliveries,
                    thing,
                    thing,
                    thing);
        }
        return deliveries.isEmpty() ? Optional.empty() : Optional.of(new Found.File(deliveries));
    }

    private Map<String, AthleteId> ofContent(String hash) throws SQLException {
        Map<String, AthleteId> deliveries = new LinkedHashMap<>();
        for (Taken taken : spool.ofContent(hash, MOST_FILES)) {
            deliveries.put(taken.deliveryId(), taken.athlete());
        }
        add("freshlegs.file_outcome WHERE starts_with(sha256, ?)" + LATEST, deliveries, hash);
        return deliveries;
    }

    private void add(String from, Map<String, AthleteId> deliveries, Object... parameters) throws SQLException {
        rows.ask(List.of("deliveryId", "athlete"), from, parameters).stream()
                .limit(MOST_FILES)
                .forEach(row ->
                        deliveries.putIfAbsent(Show.text(row, "deliveryId"), AthleteId.of(Show.text(row, "athlete"))));
    }

    /** By its fact id, or by a key such as {@code anna/session/20261103T063000Z-running/ab12}. */
    private Optional<Found> activity(String thing) throws SQLException {
        String[] parts = thing.split("/", -1);
        String fact = parts.length > 2 ? parts[2] : thing;
        List<AthleteId> whose = rows
                .ask(
                        List.of("athlete"),
                        "(SELECT DISTINCT athlete FROM freshlegs.session_revision WHERE fact_id = ?) AS whose"
                                + " ORDER BY athlete LIMIT 20",
                        fact)
                .stream()
                .map(row -> AthleteId.of(Show.text(row, "athlete")))
                .filter(athlete -> parts.length < 3 || athlete.value().equals(parts[0]))
                .toList();
        if (whose.size() > 1) {
            throw Problem.failed("Several athletes have an activity " + fact + ": say whose, such as " + whose.get(0)
                    + "/session/" + fact + ".");
        }
        return whose.stream().findFirst().map(athlete -> new Found.Activity(athlete, fact));
    }

    private Problem unknown(String thing) {
        List<String> known = new ArrayList<>();
        try {
            names(known, "id", "ledger.episode ORDER BY updated_at DESC");
            names(known, "factId", "freshlegs.session_revision ORDER BY start DESC");
            names(known, "path", "freshlegs.file_outcome ORDER BY received_at DESC");
        } catch (SQLException e) {
            known.clear();
        }
        List<String> nearest = Nearest.of(thing, known.stream().distinct().toList(), 3);
        return Problem.failed("Nothing here is called " + thing.replaceAll("\\p{C}", "?")
                + (nearest.isEmpty() ? ": " : ": did you mean " + String.join(" or ", nearest) + "? ")
                + "`freshlegs files --athlete ID`, `activities --athlete ID` and `alerts` list what there is.");
    }

    private void names(List<String> known, String field, String from) throws SQLException {
        rows.ask(List.of(field), from + " LIMIT " + MOST_NAMES).forEach(row -> {
            String name = Show.text(row, field);
            known.add(field.equals("path") ? name.substring(name.lastIndexOf('/') + 1) : name);
        });
    }
}

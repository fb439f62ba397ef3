package freshlegs.ingest.remote;

import freshlegs.ingest.DurableFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All connections, in {@code connections.json} of the data folder, which nobody but its owner can read: the keys in it are in
 * clear, because they have to be shown to the services. Several processes may change it, one after another.
 */
public final class ConnectionBook {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final Path lock;

    private ConnectionBook(Path dataFolder) {
        this.file = dataFolder.resolve("connections.json");
        this.lock = dataFolder.resolve("connections.lock");
    }

    public static ConnectionBook in(Path dataFolder) {
        return new ConnectionBook(dataFolder);
    }

    /** The file's form. */
    private record Page(List<Connection> connections) {}

    /** By athlete, then service. */
    public List<Connection> all() {
        try {
            return Files.exists(file)
                    ? Json.read(Files.readAllBytes(file), Page.class).connections()
                    : List.of();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // Without the cause: its message could quote a key.
            throw new IllegalStateException(file + " cannot be read: mend it, or remove it and connect everyone again");
        }
    }

    public List<Connection> of(Service service) {
        return all().stream().filter(known -> known.service() == service).toList();
    }

    /** Whom Garmin means by {@code user}. */
    public Optional<AthleteId> athleteOf(String user) {
        return Optional.ofNullable(garminAthletes().get(user));
    }

    /** Whom Garmin means by which user. */
    public Map<String, AthleteId> garminAthletes() {
        return of(Service.GARMIN).stream()
                .filter(known -> known.user().isPresent())
                .collect(Collectors.toMap(
                        known -> known.user().orElseThrow(), Connection::athlete, (one, other) -> one));
    }

    /** Replaces what the athlete or the account had at the service. */
    public void put(Connection connection) {
        change(known -> {
            known.removeIf(old -> old.isReplacedBy(connection));
            known.add(connection);
            return known;
        });
    }

    /** Removes an athlete's connections, all or those to one service, and tells which there were. */
    public List<Connection> remove(AthleteId athlete, Optional<Service> service) {
        List<Connection> removed = new ArrayList<>();
        change(known -> {
            known.stream()
                    .filter(old -> old.athlete().equals(athlete))
                    .filter(old -> service.isEmpty() || service.get() == old.service())
                    .forEach(removed::add);
            known.removeAll(removed);
            return known;
        });
        return removed;
    }

    private void change(UnaryOperator<List<Connection>> change) {
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                List<Connection> changed = change.apply(new ArrayList<>(all())).stream()
                        .sorted(Comparator.comparing(Connection::athlete).thenComparing(Connection::service))
                        .toList();
                if (held.isValid()) {
                    Path temporary = file.resolveSibling("connections." + UUID.randomUUID() + ".tmp");
                    DurableFiles.writeForOwner(file, Json.write(new Page(changed)), temporary);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
    }
}

package freshlegs.app.folder;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** What the process that holds a data folder tells others of itself; readable by the folder's owner only. */
public record Instance(
        long pid,
        String command,
        boolean service,
        String kafka,
        Map<String, String> kafkaProperties,
        String jdbcUrl,
        String user,
        String password,
        Optional<URI> console,
        Optional<URI> intake,
        Optional<URI> metrics) {

    /** {@code service} says that it stays until it is stopped, so that others may write through it. */
    public static Instance of(
            String command,
            boolean service,
            KafkaAddress kafka,
            DatabaseAddress database,
            Optional<URI> console,
            Optional<URI> intake) {
        return new Instance(
                ProcessHandle.current().pid(),
                command,
                service,
                kafka.bootstrapServers(),
                kafka.extra(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                console,
                intake,
                Optional.empty());
    }

    /** The same process, with where it shows its metrics and its health. */
    public Instance showing(Optional<URI> address) {
        return new Instance(
                pid, command, service, kafka, kafkaProperties, jdbcUrl, user, password, console, intake, address);
    }

    /** What runs on a folder, as far as it has said so. */
    public static Optional<Instance> on(DataFolder folder) {
        return read(folder.instance());
    }

    public KafkaAddress kafkaAddress() {
        return new KafkaAddress(kafka, kafkaProperties);
    }

    public DatabaseAddress database() {
        return new DatabaseAddress(jdbcUrl, user, password);
    }

    static Optional<Instance> read(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), Instance.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    void write(Path file) {
        try {
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    "instance",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, Json.write(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    @Override
    public String toString() {
        return "`freshlegs " + command + "` (process " + pid + ")";
    }
}

package freshlegs.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicListing;

/**
 * The stores on this machine's disk, a copy of changelogs. The copy is worth something only when it was left in order, because
 * exactly-once cannot tell what in it was committed, and when it is of the changelogs that are there now: a changelog that was
 * deleted and made again under its old name, as a rebuild does, has another id. Anything else is removed before the stores are
 * opened, which would find the same out by opening each of them twice.
 */
final class LocalState {
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final Path folder;
    private final Path origin;

    LocalState(Path folder) {
        this.folder = folder;
        this.origin = folder.resolve("left-in-order.properties");
    }

    /** Call it while the folder is locked by a client that has not started; from here on it is not in order. */
    void open(Map<String, String> changelogs) {
        Map<String, String> copied = read();
        boolean isCopy = !copied.isEmpty()
                && copied.entrySet().stream().allMatch(each -> each.getValue().equals(changelogs.get(each.getKey())));
        try {
            if (!isCopy) {
                removeTasks();
            }
            Files.deleteIfExists(origin);
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + folder + " cannot be removed", e);
        }
    }

    /** It was closed in order, as a copy of these. */
    void close(Map<String, String> changelogs) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    origin,
                    new TreeMap<>(changelogs)
                            .entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue() + "\n")
                                    .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + origin, e);
        }
    }

    /** The ids of the changelogs that the cluster has, by name. */
    static Map<String, String> changelogs(Admin admin, long seconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listTopics().listings().get(seconds, TimeUnit.SECONDS).stream()
                .filter(topic -> StreamsProperties.isInternal(topic.name()))
                .collect(Collectors.toMap(
                        TopicListing::name, topic -> topic.topicId().toString()));
    }

    private Map<String, String> read() {
        Properties noted = new Properties();
        try (var reader = Files.newBufferedReader(origin)) {
            noted.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
        return noted.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, noted::getProperty));
    }

    private void removeTasks() throws IOException {
        Path application = folder.resolve(StreamsProperties.APPLICATION);
        if (!Files.isDirectory(application)) {
            return;
        }
        try (Stream<Path> entries = Files.list(application)) {
            for (Path task : entries.filter(LocalState::isTask).toList()) {
                remove(task);
            }
        }
    }

    private static boolean isTask(Path path) {
        return TASK.matcher(String.valueOf(path.getFileName())).matches();
    }

    private static void remove(Path task) throws IOException {
        try (Stream<Path> all = Files.walk(task)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The calendars of the athletes whose files this worker reads, a file for each partition, which goes along with the partition. */
final class Calendars {
    private final Path folder;
    private final Path former;
    private final Supplier<Path> temporary;
    private final Map<Integer, Calendar> open = new TreeMap<>();

    Calendars(Path spool, Supplier<Path> temporary) {
        this.folder = spool.resolve("calendar");
        this.former = spool.resolve("calendar.json");
        this.temporary = temporary;
    }

    void open(Collection<Integer> partitions) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        partitions.forEach(partition -> open.put(partition, read(partition)));
    }

    /** One file held everybody's days once. */
    private Calendar read(int partition) {
        Path file = file(partition);
        return Files.exists(file) || !Files.exists(former)
                ? new Calendar(file)
                : Calendar.split(file, former, athlete -> partitionOf(athlete) == partition);
    }

    /** Saves and leaves them to whoever has the partitions next. */
    void leave(Collection<Integer> partitions) throws IOException {
        save();
        open.keySet().removeAll(partitions);
    }

    Collection<Calendar> all() {
        return open.values();
    }

    Optional<Calendar> of(AthleteId athlete) {
        return Optional.ofNullable(open.get(partitionOf(athlete)));
    }

    /** Of an athlete of somebody else's partition nothing is noted. */
    void note(AthleteId athlete, LocalDate day) {
        of(athlete).ifPresent(calendar -> calendar.note(athlete, day));
    }

    void forget(Predicate<AthleteId> who) {
        open.values().forEach(calendar -> calendar.forget(who));
    }

    void save() throws IOException {
        for (Calendar calendar : open.values()) {
            calendar.save(temporary.get());
        }
        if (Files.exists(former) && IntStream.range(0, Topic.PARTITIONS).allMatch(each -> Files.exists(file(each)))) {
            Files.deleteIfExists(former);
        }
    }

    static int partitionOf(AthleteId athlete) {
        return AthletePartitioner.partition(athlete.value(), Topic.PARTITIONS);
    }

    static Set<Integer> everyPartition() {
        return Set.copyOf(IntStream.range(0, Topic.PARTITIONS).boxed().toList());
    }

    private Path file(int partition) {
        return folder.resolve(String.format(Locale.ROOT, "%02d.json", partition));
    }
}

package freshlegs.ingest.relay;

import freshlegs.ingest.DurableFiles;
import freshlegs.ingest.Failures;
import freshlegs.ingest.remote.Connection;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of one connection: which days are looked through, which activities are dealt with, which workouts were sent, how it stands. It is on
 * disk after every step, so that a crash forgets at most that one file was handed over, which then comes again and is a
 * duplicate.
 */
final class RelayLedger {
    private static final String FOLDER = "spool/relay";
    private static final String UNKNOWN = "";
    private static final Logger LOG = LoggerFactory.getLogger(RelayLedger.class);

    private final Path file;
    private final Set<String> handled;
    private final Map<String, Failing> failing;
    private final Map<String, String> sent;
    private Optional<LocalDate> coveredFrom;
    private Optional<LocalDate> coveredUntil;
    private Standing standing;

    private RelayLedger(Path file, Page page) {
        this.file = file;
        this.handled = new TreeSet<>(page.handled());
        this.failing = new TreeMap<>(page.failing());
        this.sent = new TreeMap<>(page.sent());
        this.coveredFrom = page.coveredFrom();
        this.coveredUntil = page.coveredUntil();
        this.standing = page.standing();
    }

    /** An activity whose file did not come, how often, since when, and among which days it is listed. */
    record Failing(int tries, Instant since, LocalDate oldest, LocalDate newest) {}

    /** How the connection stands. {@code connectedAt} tells a new key from an old one. */
    record Standing(
            Instant connectedAt,
            int failures,
            Instant notBefore,
            boolean unauthorised,
            Optional<String> trouble,
            Optional<Instant> lastSuccess,
            Optional<Instant> lastFile,
            int backlog) {
        static final Standing NEW = new Standing(
                Instant.EPOCH, 0, Instant.EPOCH, false, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    private record Page(
            Optional<LocalDate> coveredFrom,
            Optional<LocalDate> coveredUntil,
            Set<String> handled,
            Map<String, Failing> failing,
            Map<String, String> sent,
            Standing standing) {
        static final Page EMPTY =
                new Page(Optional.empty(), Optional.empty(), Set.of(), Map.of(), Map.of(), Standing.NEW);
    }

    static RelayLedger of(Path dataFolder, AthleteId athlete) {
        Path file = fileOf(dataFolder, athlete);
        try {
            return new RelayLedger(
                    file, Files.exists(file) ? Json.read(Files.readAllBytes(file), Page.class) : Page.EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("{} cannot be read, and everything is looked through again: {}", file, Failures.sentence(e));
            return new RelayLedger(file, Page.EMPTY);
        }
    }

    static Path fileOf(Path dataFolder, AthleteId athlete) {
        return dataFolder.resolve(FOLDER).resolve(athlete + ".json");
    }

    Standing standing() {
        return standing;
    }

    Optional<LocalDate> coveredFrom() {
        return coveredFrom;
    }

    Optional<LocalDate> coveredUntil() {
        return coveredUntil;
    }

    /** All of these days is dealt with. */
    void cover(LocalDate from, LocalDate until) {
        coveredFrom = Optional.of(from);
        coveredUntil = Optional.of(until);
        save();
    }

    boolean isHandled(String id) {
        return handled.contains(id);
    }

    void handled(String id) {
        handled.add(id);
        failing.remove(id);
        save();
    }

    Failing failed(String id, Instant now, LocalDate oldest, LocalDate newest) {
        Failing before = failing.getOrDefault(id, new Failing(0, now, oldest, newest));
        Failing after = new Failing(before.tries() + 1, before.since(), oldest, newest);
        failing.put(id, after);
        save();
        return after;
    }

    boolean isFailing(String id) {
        return failing.containsKey(id);
    }

    /** By id, the least tried first. */
    List<Map.Entry<String, Failing>> failing() {
        return failing.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getValue().tries()))
                .map(Map.Entry::copyOf)
                .toList();
    }

    /** It was removed there before it ever came. */
    void noLongerListed(String id) {
        failing.remove(id);
        save();
    }

    /** The workouts in the calendar there: the hash of what was sent by its external id. */
    Map<String, String> sent() {
        return Map.copyOf(sent);
    }

    void sent(Map<String, String> hashes) {
        sent.putAll(hashes);
        save();
    }

    void withdrawn(List<String> ids) {
        ids.forEach(sent::remove);
        save();
    }

    /**
     * Whether a round may begin; a new key makes old trouble void. It may also be another account's, so all days are looked
     * through again; what is handled is known by its id, and workouts are sent again.
     */
    boolean isDue(Connection connection, Instant now) {
        if (!standing.connectedAt().equals(connection.connectedAt())) {
            coveredFrom = Optional.empty();
            coveredUntil = Optional.empty();
            sent.replaceAll((id, hash) -> UNKNOWN);
            standing = new Standing(
                    connection.connectedAt(),
                    0,
                    Instant.EPOCH,
                    false,
                    Optional.empty(),
                    standing.lastSuccess(),
                    standing.lastFile(),
                    standing.backlog());
        }
        return !now.isBefore(standing.notBefore());
    }

    void fileCame(Instant now) {
        standing = new Standing(
                standing.connectedAt(),
                standing.failures(),
                standing.notBefore(),
                standing.unauthorised(),
                standing.trouble(),
                standing.lastSuccess(),
                Optional.of(now),
                standing.backlog());
    }

    void succeeded(Instant now, Instant next, int backlog, Optional<String> remark) {
        standing = new Standing(
                standing.connectedAt(), 0, next, false, remark, Optional.of(now), standing.lastFile(), backlog);
        save();
    }

    void troubled(String sentence, boolean unauthorised, Instant next, int backlog) {
        standing = new Standing(
                standing.connectedAt(),
                standing.failures() + 1,
                next,
                unauthorised,
                Optional.of(sentence),
                standing.lastSuccess(),
                standing.lastFile(),
                backlog);
        save();
    }

    /** Makes the place for ledgers and for files on their way. */
    static void prepare(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder.resolve(FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be used", e);
        }
    }

    static void forget(Path dataFolder, AthleteId athlete) {
        try {
            Files.deleteIfExists(fileOf(dataFolder, athlete));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save() {
        try {
            Path temporary = file.resolveSibling(UUID.randomUUID() + ".tmp");
            DurableFiles.write(
                    file, Json.write(new Page(coveredFrom, coveredUntil, handled, failing, sent, standing)), temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}

package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tickets are where, for those who ask after a file. Other processes add and finish tickets at any time. */
final class Whereabouts {
    /** What ids look like: no character in them means anything to a file system. */
    private static final Pattern ID = Pattern.compile("\\d{8}T\\d{9}Z(-[0-9a-z]{1,64}){1,8}");

    private final SpoolFolders folders;
    private final Map<String, AthleteId> owners = new HashMap<>();

    Whereabouts(SpoolFolders folders) {
        this.folders = folders;
    }

    /** What is known of {@code id}; nothing when no ticket ever had it. */
    Optional<Handed> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path done = folders.done().resolve(id.substring(0, 6)).resolve(id + Tickets.ENDING);
        return owner(folders.pending().resolve(id + Tickets.ENDING))
                .map(athlete -> new Handed(athlete, true))
                .or(() -> owner(done).map(athlete -> new Handed(athlete, false)));
    }

    /**
     * How many files of {@code athlete} wait. While no more than {@code enough} wait in all, that number is good enough and no
     * ticket is opened; each ticket is opened once at most.
     */
    synchronized int waiting(AthleteId athlete, int enough) {
        Set<String> pending = pending();
        owners.keySet().retainAll(pending);
        if (pending.size() <= enough) {
            return pending.size();
        }
        int own = 0;
        for (String name : pending) {
            AthleteId owner = owners.get(name);
            if (owner == null) {
                Optional<AthleteId> found = owner(folders.pending().resolve(name));
                found.ifPresent(known -> owners.put(name, known));
                owner = found.orElse(null);
            }
            own += athlete.equals(owner) ? 1 : 0;
        }
        return own;
    }

    private Set<String> pending() {
        try (Stream<Path> files = Files.list(folders.pending())) {
            Set<String> names = new HashSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(Tickets.ENDING))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing when the ticket has just been moved, or cannot be read, which whoever works on it will notice. */
    private static Optional<AthleteId> owner(Path ticket) {
        try {
            return Optional.of(
                    Json.read(Files.readAllBytes(ticket), Ticket.class).athlete());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

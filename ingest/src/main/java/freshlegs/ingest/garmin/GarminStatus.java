package freshlegs.ingest.garmin;

import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How files of one of Garmin's users come along: nobody's until the user is connected to an athlete. {@code backlog} is how many
 * files wait, {@code permissions} what the user last allowed, {@code trouble} a sentence that says what helps.
 */
public record GarminStatus(
        String user,
        Optional<AthleteId> athlete,
        Optional<Instant> lastFile,
        int backlog,
        Optional<String> permissions,
        Optional<String> trouble) {
    private static final int MOST = 100_000;

    /** Of everyone who is connected or for whom files wait; as it lies in the data folder, whether or not anything runs. */
    public static List<GarminStatus> all(Path dataFolder) {
        GarminFolders folders = GarminFolders.in(dataFolder);
        Map<String, Integer> waiting = new TreeMap<>();
        for (Path file : GarminFolders.in(folders.items(), MOST)) {
            GarminItem.in(file).ifPresent(item -> waiting.merge(item.user(), 1, Integer::sum));
        }
        ConnectionBook book = ConnectionBook.in(dataFolder);
        book.of(freshlegs.ingest.remote.Service.GARMIN)
                .forEach(known -> waiting.putIfAbsent(known.user().orElseThrow(), 0));
        List<GarminStatus> all = new ArrayList<>();
        waiting.forEach((user, count) -> all.add(of(folders, user, book.athleteOf(user), count)));
        return all;
    }

    /** Forgets the athlete's users: what waits for them, how they stand, and that they are connected. */
    public static void forget(Path dataFolder, AthleteId athlete) {
        GarminFolders folders = GarminFolders.in(dataFolder);
        ConnectionBook book = ConnectionBook.in(dataFolder);
        List<String> users = book.garminAthletes().entrySet().stream()
                .filter(known -> known.getValue().equals(athlete))
                .map(Map.Entry::getKey)
                .toList();
        for (Path file : GarminFolders.in(folders.items(), Integer.MAX_VALUE)) {
            if (GarminItem.in(file).filter(item -> users.contains(item.user())).isPresent()) {
                GarminFolders.delete(file);
            }
        }
        users.forEach(user -> GarminFolders.delete(folders.users().resolve(GarminFolders.nameOf(user))));
        book.remove(athlete, Optional.of(freshlegs.ingest.remote.Service.GARMIN));
    }

    private static GarminStatus of(GarminFolders folders, String user, Optional<AthleteId> athlete, int backlog) {
        GarminUser known = GarminUser.of(folders, user);
        Optional<String> trouble = athlete.isPresent()
                ? known.trouble()
                : Optional.of("unknown user: say whose it is with `freshlegs connect garmin --athlete ID --user USER`");
        return new GarminStatus(user, athlete, known.lastFile(), backlog, known.permissions(), trouble);
    }
}

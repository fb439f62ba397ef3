package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Somebody who sees how the ways by which an athlete's files come in stand, as far as no table says it; secrets stay with them. */
public interface Routes {
    Standing standing(AthleteId athlete);

    /** Makes the athlete's inbox, unless it is there. */
    void makeFolder(AthleteId athlete);

    /** A new key for uploads, told this once; throws {@link IllegalArgumentException} with a sentence when the name will not do. */
    String addKey(AthleteId athlete, String name);

    /** Ends one of the athlete's keys; answers whether it was one. */
    boolean endKey(AthleteId athlete, String id);

    /** {@code waiting} files of hers are still to be read; {@code garmin} is empty where Garmin's own way is not switched on. */
    record Standing(Folder folder, int waiting, List<Key> keys, Optional<Relay> relay, Optional<List<Account>> garmin) {
        public Standing {
            keys = List.copyOf(keys);
        }
    }

    /** Her inbox. */
    enum Folder {
        MISSING,
        UNREADABLE,
        THERE
    }

    /** A key for uploads without the key itself. */
    record Key(String id, String name, Instant madeAt, Optional<LocalDate> usedOn) {}

    /**
     * Her connection to intervals.icu. {@code backlog} listed files are still to be fetched, {@code refused} is whether the key is
     * not accepted any more, {@code trouble} a sentence that says what is wrong.
     */
    record Relay(
            Optional<Instant> worked,
            Optional<Instant> lastFile,
            int backlog,
            boolean refused,
            Optional<String> trouble) {}

    /** An account of hers at Garmin. */
    record Account(Optional<Instant> lastFile, int backlog, Optional<String> trouble) {}
}

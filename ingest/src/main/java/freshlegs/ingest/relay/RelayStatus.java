package freshlegs.ingest.relay;

import freshlegs.ingest.DurableFiles;
import freshlegs.ingest.remote.Connection;
import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a connection to intervals.icu stands. {@code lookedBackTo} is the oldest day that is dealt with, {@code backlog} how many
 * listed activities wait to be fetched, {@code workouts} how many planned ones stand in the calendar there (none where they are
 * not sent), {@code trouble} a sentence that says what is wrong and what helps.
 */
public record RelayStatus(
        AthleteId athlete,
        LocalDate since,
        Optional<LocalDate> lookedBackTo,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFile,
        int backlog,
        boolean unauthorised,
        Optional<Integer> workouts,
        Optional<String> trouble) {

    /** As it is remembered in the data folder; for anyone, whether or not the relay runs. */
    public static RelayStatus of(Path dataFolder, Connection connection) {
        RelayLedger ledger = RelayLedger.of(dataFolder, connection.athlete());
        ledger.isDue(connection, Instant.EPOCH);
        RelayLedger.Standing standing = ledger.standing();
        return new RelayStatus(
                connection.athlete(),
                connection.since().orElse(LocalDate.EPOCH),
                ledger.coveredFrom(),
                standing.lastSuccess(),
                standing.lastFile(),
                standing.backlog(),
                standing.unauthorised(),
                connection.workouts() ? Optional.of(ledger.sent().size()) : Optional.empty(),
                standing.trouble());
    }

    /** Forgets what is remembered of an athlete whose connection is gone. */
    public static void forget(Path dataFolder, AthleteId athlete) {
        DurableFiles.drop(RelayLedger.fileOf(dataFolder, athlete));
    }

    public boolean isCatchingUp() {
        return lookedBackTo.isPresent() && lookedBackTo.get().isAfter(since);
    }
}

package freshlegs.app.service;

import freshlegs.app.folder.DataFolder;
import freshlegs.coach.Routes;
import freshlegs.ingest.Spool;
import freshlegs.ingest.garmin.GarminStatus;
import freshlegs.ingest.http.Token;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.relay.RelayStatus;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How an athlete's ways in stand, as it lies in the data folder of the process that takes the files. */
final class SpoolRoutes implements Routes {
    private static final String UNREADABLE =
            "The connections cannot be read: whoever runs this sees why by `freshlegs connect list`.";

    private final DataFolder folder;
    private final Spool spool;
    private final Tokens tokens;
    private final boolean garmin;

    /** {@code garmin} is whether Garmin's own way is switched on. */
    SpoolRoutes(DataFolder folder, Spool spool, boolean garmin, Clock clock) {
        this.folder = folder;
        this.spool = spool;
        this.tokens = Tokens.in(folder.root(), clock);
        this.garmin = garmin;
    }

    @Override
    public Standing standing(AthleteId athlete) {
        return new Standing(
                folderOf(inbox(athlete)),
                spool.waiting(athlete, 0),
                keys(athlete).stream()
                        .map(token -> new Key(token.id(), token.name(), token.createdAt(), token.lastUsed()))
                        .toList(),
                relay(athlete),
                garmin ? Optional.of(accounts(athlete)) : Optional.empty());
    }

    @Override
    public void makeFolder(AthleteId athlete) {
        try {
            Files.createDirectories(inbox(athlete));
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be made", e);
        }
    }

    @Override
    public String addKey(AthleteId athlete, String name) {
        return tokens.add(athlete, name).secret();
    }

    @Override
    public boolean endKey(AthleteId athlete, String id) {
        return keys(athlete).stream().anyMatch(token -> token.id().equals(id))
                && tokens.revoke(id).isPresent();
    }

    private Path inbox(AthleteId athlete) {
        return folder.root().resolve("inbox").resolve(athlete.value());
    }

    private static Folder folderOf(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return Folder.MISSING;
        }
        return Files.isReadable(inbox) && Files.isExecutable(inbox) ? Folder.THERE : Folder.UNREADABLE;
    }

    private List<Token> keys(AthleteId athlete) {
        return tokens.all().stream()
                .filter(token -> token.athlete().equals(athlete))
                .toList();
    }

    private Optional<Relay> relay(AthleteId athlete) {
        try {
            return connected(athlete);
        } catch (IllegalStateException | UncheckedIOException e) {
            // Its message names files of the machine.
            return Optional.of(new Relay(Optional.empty(), Optional.empty(), 0, false, Optional.of(UNREADABLE)));
        }
    }

    private Optional<Relay> connected(AthleteId athlete) {
        return ConnectionBook.in(folder.root()).of(Service.INTERVALS).stream()
                .filter(connection -> connection.athlete().equals(athlete))
                .findFirst()
                .map(connection -> RelayStatus.of(folder.root(), connection))
                .map(status -> new Relay(
                        status.lastSuccess(),
                        status.lastFile(),
                        status.backlog(),
                        status.unauthorised(),
                        status.trouble()));
    }

    private List<Account> accounts(AthleteId athlete) {
        return GarminStatus.all(folder.root()).stream()
                .filter(status -> status.athlete().equals(Optional.of(athlete)))
                .map(status -> new Account(status.lastFile(), status.backlog(), status.trouble()))
                .toList();
    }
}

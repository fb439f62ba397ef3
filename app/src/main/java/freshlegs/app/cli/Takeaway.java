package freshlegs.app.cli;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.OwnFolder;
import freshlegs.coach.read.Database;
import freshlegs.coach.takeout.KeptFiles;
import freshlegs.coach.takeout.Takeout;
import freshlegs.coach.takeout.Whose;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Everything of one athlete in one zip on disk, as her page gives it to her. */
final class Takeaway {
    private final DatabaseAddress database;
    private final DataFolder folder;
    private final OriginalFiles originals;
    private final Clock clock;

    Takeaway(DatabaseAddress database, DataFolder folder, OriginalFiles originals, Clock clock) {
        this.database = database;
        this.originals = originals;
        this.folder = folder;
        this.clock = clock;
    }

    /** Whether her original files are kept here, so that they are in it. */
    boolean hasFiles() {
        return Files.isDirectory(folder.root().resolve("spool"));
    }

    /** For its owner only, whole or not at all; answers how many bytes it has. */
    long write(AthleteId athlete, Path file) throws SQLException {
        Whose whose = Whose.handedTo(athlete, account(athlete));
        try (Database tables = Database.at(database)) {
            Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    new Takeout(tables, files()).write(whose, clock.instant(), out);
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return Files.size(file);
        } catch (IOException e) {
            throw Problem.failed(
                    file + " cannot be written (" + e.getMessage()
                            + "): choose another place with --out, or make room, and run it again.",
                    e);
        }
    }

    private Optional<KeptFiles> files() {
        return hasFiles() ? Optional.of(OwnFolder.in(folder.root(), originals, clock)) : Optional.empty();
    }

    private Optional<String> account(AthleteId athlete) throws SQLException {
        return Query.of(
                        List.of("account"),
                        "access.share where athlete = ? and role = 'athlete' and revoked_at is null")
                .with(athlete.value())
                .ask(database)
                .objects()
                .map(row -> Show.text(row, "account"))
                .findFirst();
    }
}

package freshlegs.coach.takeout;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes everything that is known of an athlete into a zip while it is read: her rows of every table as lines of JSON with their
 * schemas, days, activities and check-ins as tables for spreadsheets besides, and her original files. Nothing of it is ever held whole.
 */
public final class Takeout {
    private final Database database;
    private final Optional<KeptFiles> files;

    /** Without {@code files} they are kept by another process, and the zip says so. */
    public Takeout(Database database, Optional<KeptFiles> files) {
        this.database = database;
        this.files = files;
    }

    public void write(Whose whose, Instant now, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Entry.text(zip, "README.txt", Readme.of(whose.athlete(), now, files.isPresent()));
        rows(whose, zip);
        originals(zip, whose.athlete());
        zip.finish();
    }

    private void rows(Whose whose, ZipOutputStream zip) throws IOException {
        try {
            database.read(connection -> {
                try {
                    TakenRows.write(connection, zip, whose);
                    return 1;
                } catch (IOException e) {
                    throw new BrokenOff(e);
                }
            });
        } catch (BrokenOff e) {
            throw e.cause;
        }
    }

    private void originals(ZipOutputStream zip, AthleteId athlete) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Entry.text(zip, "ways.json", files.get().ways(athlete) + "\n");
        files.get().each(athlete, (name, receivedAt, content) -> {
            ZipEntry entry = new ZipEntry("originals/" + name);
            entry.setLastModifiedTime(FileTime.from(receivedAt));
            zip.putNextEntry(entry);
            content.transferTo(zip);
            zip.closeEntry();
        });
    }

    /** Whoever takes it has gone away. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final IOException cause;

        BrokenOff(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}

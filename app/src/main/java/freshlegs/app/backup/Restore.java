package freshlegs.app.backup;

import freshlegs.app.backup.Manifest.Entry;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rebuilding;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.warehouse.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a data folder of a backup, beside its name until it is whole. What was told is loaded as it was, what was about to be told is
 * not told, and everything that follows from the facts is made anew as by a rebuild, which tells nobody.
 */
public final class Restore {
    private static final List<String> NOT_KNOWN_WHETHER_SENT = List.of(
            "update ledger.outbox set state = 'FAILED', last_error = 'restored: it may have been sent before'"
                    + " where state in ('PENDING', 'SENDING')",
            "update ledger.delivery set state = 'FAILED', last_error = 'restored: it may have been sent before'"
                    + " where state in ('PENDING', 'SENDING')");

    private final BackupFile backup;
    private final Path target;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Rebuilding.Report report;

    public Restore(
            BackupFile backup, Path target, Map<String, String> environment, Clock clock, Rebuilding.Report report) {
        this.backup = backup;
        this.target = target.toAbsolutePath();
        this.environment = environment;
        this.clock = clock;
        this.report = report;
    }

    /** Refuses a folder in which there is anything, and a backup that is damaged. */
    public void run() throws SQLException, InterruptedException {
        Path part = target.resolveSibling(target.getFileName() + ".restoring");
        try {
            requireNothingIn(target);
            requireNothingIn(part);
            report.begins("Checking the backup");
            backup.check();
            Settings settings = Settings.of(Map.of(Catalogue.DATA, part.toString()), Map.of(), environment);
            load(part, settings);
            Rebuilding.run(settings, false, clock, report);
            Files.deleteIfExists(target);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Problem.failed(
                    "The backup cannot be restored into " + target + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + "): remove " + part
                            + " and try again.",
                    e);
        }
    }

    private static void requireNothingIn(Path folder) throws IOException {
        if (!isEmpty(folder)) {
            throw Problem.failed(folder + " is not empty, and nothing is replaced: name a folder that is not there"
                    + " yet, or remove it if a restore was broken off.");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return !Files.exists(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private void load(Path part, Settings settings) throws IOException, SQLException, InterruptedException {
        Files.createDirectories(
                part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        report.begins("Unpacking files");
        for (Entry entry : backup.manifest().entries()) {
            if (entry.name().startsWith(Manifest.FILES)) {
                unpack(part, entry.name());
            }
        }
        try (Access access =
                Access.forRestoring(settings, "restore", backup.manifest().schema())) {
            report.begins("Loading what was told, and accounts");
            try (TableRows rows = TableRows.emptied(access.database())) {
                for (Entry entry : backup.manifest().entries()) {
                    if (entry.name().startsWith(Manifest.TABLES)) {
                        fill(rows, entry.name());
                    }
                }
                for (String sql : NOT_KNOWN_WHETHER_SENT) {
                    rows.run(sql);
                }
                rows.commit();
            }
            Warehouse.migrate(access.database());
            report.begins("Loading facts");
            new RecordLoading(backup, access.kafka(), new NotedLetters(access.database())).run();
        }
    }

    private void unpack(Path part, String name) throws IOException {
        Path file = part.resolve(name.substring(Manifest.FILES.length())).normalize();
        if (!file.startsWith(part)) {
            throw new IOException("a name leads out of the folder: " + name);
        }
        Files.createDirectories(file.resolveSibling(".").normalize());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream content = backup.stream(name)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setLastModifiedTime(file, backup.changed(name).orElse(FileTime.from(clock.instant())));
    }

    private void fill(TableRows rows, String name) throws IOException, SQLException {
        String table = name.substring(Manifest.TABLES.length());
        if (!rows.names().contains(table)) {
            throw new IOException("there is no table " + table);
        }
        try (InputStream lines = backup.stream(name)) {
            rows.copyIn(table, lines);
        }
    }
}

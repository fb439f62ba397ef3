package freshlegs.app.ask;

import freshlegs.app.ask.Manifest.Part;
import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Views as files, all as they were at one moment. Rows go through, none is held; every file appears whole or not at all, and is the
 * same, byte by byte, for the same rows.
 */
public final class Export {
    private static final int FETCH = 1_000;

    /** What is to be exported where; the days bound views that have a day. */
    public record Wanted(
            Path folder,
            Form form,
            List<View> views,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<AthleteId> athlete) {
        public Wanted {
            views = views.stream().distinct().sorted().toList();
        }
    }

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Report {
        void at(View view, int files, long rows);
    }

    private final Wanted wanted;
    private final Report report;

    private Export(Wanted wanted, Report report) {
        this.wanted = wanted;
        this.report = report;
    }

    /** Over {@link Reader}'s connection. */
    public static void run(Wanted wanted, Connection connection, Report report) throws SQLException {
        new Export(wanted, report).write(connection);
    }

    private void write(Connection connection) throws SQLException {
        try {
            makeFolder();
            Manifest manifest = Manifest.in(wanted.folder(), wanted.form(), wanted.athlete());
            for (View view : wanted.views()) {
                write(view, connection, manifest);
            }
            manifest.write();
        } catch (IOException e) {
            throw Problem.failed(
                    wanted.folder() + " cannot be written (" + e.getMessage()
                            + "): choose another place with --out, or make room, and run it again.",
                    e);
        }
    }

    /** For its owner only, as health data lies in it. */
    private void makeFolder() throws IOException {
        if (!Files.isDirectory(wanted.folder())) {
            Files.createDirectories(
                    wanted.folder(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private void write(View view, Connection connection, Manifest manifest) throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(view.sql(wanted))) {
            bind(select, view);
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                List<Column> columns = Column.of(rows.getMetaData());
                List<Part> parts = write(view, rows, columns);
                Leftovers.remove(wanted, view, parts);
                manifest.put(view, columns, wanted, parts);
            }
        }
    }

    private void bind(PreparedStatement select, View view) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        wanted.athlete().ifPresent(athlete -> parameters.add(athlete.value()));
        if (view.isDaily()) {
            wanted.from().ifPresent(parameters::add);
            wanted.to().ifPresent(parameters::add);
        }
        for (int i = 0; i < parameters.size(); i++) {
            select.setObject(i + 1, parameters.get(i));
        }
    }

    private List<Part> write(View view, ResultSet rows, List<Column> columns) throws SQLException, IOException {
        long written = 0;
        try (Partitions partitions = new Partitions(wanted, view, columns)) {
            while (rows.next()) {
                partitions.write(rows);
                written++;
                if (written % FETCH == 0) {
                    report.at(view, partitions.parts().size(), written);
                }
            }
            partitions.finish();
            report.at(view, partitions.parts().size(), written);
            return partitions.parts();
        }
    }
}

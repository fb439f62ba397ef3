package freshlegs.app.ask;

import freshlegs.app.ask.Manifest.Part;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a view one after another: one for each day, named as Hive names them, {@code day=2026-11-24/part-0.parquet}, the day in
 * the name alone; of a view without a day one. A file takes its name when it is whole.
 */
final class Partitions implements Closeable {
    private final Export.Wanted wanted;
    private final View view;
    private final List<Column> kept;
    private final Optional<Column> day;
    private final List<Part> parts = new ArrayList<>();

    private @Nullable RowFile open;
    private Optional<LocalDate> current = Optional.empty();
    private long rows;

    Partitions(Export.Wanted wanted, View view, List<Column> columns) throws IOException {
        this.wanted = wanted;
        this.view = view;
        this.day = columns.stream()
                .filter(column -> view.isDaily() && column.name().equals(View.DAY))
                .findFirst();
        this.kept = columns.stream()
                .filter(column -> day.filter(column::equals).isEmpty())
                .toList();
        if (!view.isDaily()) {
            begin();
        }
    }

    /** Rows come in the order of their days. */
    void write(ResultSet row) throws SQLException, IOException {
        if (day.isPresent()) {
            Optional<LocalDate> next = Optional.of(row.getObject(day.get().place(), LocalDate.class));
            if (!next.equals(current)) {
                finish();
                current = next;
                begin();
            }
        }
        @Nullable Object[] cells = new Object[kept.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = kept.get(i).cell().read(row, kept.get(i).place());
        }
        if (open != null) {
            open.write(cells);
        }
        rows++;
    }

    /** What is whole so far. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The last file is whole too. */
    void finish() throws IOException {
        if (open != null) {
            open.close();
            open = null;
            Path file = path();
            Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            parts.add(new Part(relative(), current, rows));
        }
    }

    /** What is not whole is thrown away. */
    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
            Files.deleteIfExists(unfinished(path()));
        }
    }

    private void begin() throws IOException {
        Path file = path();
        Files.createDirectories(file.getParent());
        open = wanted.form().open(unfinished(file), kept);
        rows = 0;
    }

    private Path path() {
        return wanted.folder().resolve(relative());
    }

    private String relative() {
        return view.word() + current.map(date -> "/" + View.DAY + "=" + date).orElse("") + "/"
                + wanted.form().fileName();
    }

    static Path unfinished(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }
}

package freshlegs.app.ask;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The kinds of files that are exported. */
public enum Form {
    CSV {
        @Override
        RowFile open(Path file, List<Column> columns) throws IOException {
            return new CsvFile(file, columns);
        }
    },
    PARQUET {
        @Override
        RowFile open(Path file, List<Column> columns) throws IOException {
            return new ParquetFile(file, columns);
        }
    };

    abstract RowFile open(Path file, List<Column> columns) throws IOException;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return "part-0." + word();
    }
}

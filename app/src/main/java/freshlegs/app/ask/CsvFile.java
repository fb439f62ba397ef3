package freshlegs.app.ask;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As RFC 4180 has it, with line feeds and UTF-8; what is not known is empty, an empty text is {@code ""}. */
final class CsvFile implements RowFile {
    private final BufferedWriter out;

    CsvFile(Path file, List<Column> columns) throws IOException {
        out = Files.newBufferedWriter(file);
        out.write(columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
    }

    @Override
    public void write(@Nullable Object[] row) throws IOException {
        out.write(Arrays.stream(row).map(CsvFile::text).collect(Collectors.joining(",", "", "\n")));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return cell instanceof String text ? quoted(text) : cell.toString();
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

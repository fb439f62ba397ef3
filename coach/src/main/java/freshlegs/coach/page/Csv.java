package freshlegs.coach.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as RFC 4180 has it: a header, fields apart by commas, lines ended by CR LF, and a field in quotation marks where it needs
 * them. A text that a spreadsheet would take for a formula is kept from being one by an apostrophe.
 */
public final class Csv {
    private static final String LINE = "\r\n";

    private Csv() {}

    static String of(List<String> columns, Stream<List<String>> lines) {
        return Stream.concat(Stream.of(columns), lines).map(Csv::line).collect(Collectors.joining());
    }

    /** One line with its end. */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + LINE;
    }

    static String field(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r].*|-(?![0-9.]).*") ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}

package freshlegs.ingest;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated text as rows of cells (RFC 4180: quotes, doubled quotes, any line ending, a byte order mark). */
final class CsvTable {
    private CsvTable() {}

    /** One row and the line on which it begins, from 1. */
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
                rows.add(new Row(began, List.copyOf(cells)));
                cells.clear();
                began = line + 1;
            } else if (c != '\r' || quoted) {
                cell.append(c);
            }
            line += c == '\n' ? 1 : 0;
        }
        if (cell.length() > 0 || !cells.isEmpty()) {
            cells.add(cell.toString());
            rows.add(new Row(began, List.copyOf(cells)));
        }
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    static String line(List<String> cells) {
        return String.join(",", cells.stream().map(CsvTable::quoted).toList()) + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

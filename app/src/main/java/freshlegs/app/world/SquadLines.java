package freshlegs.app.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import freshlegs.app.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a table line by line, UTF-8 with or without a byte order mark: columns in any order, unknown ones ignored, cells that a line
 * lacks at its end empty. At most {@value #MOST_MEGABYTES} MB, {@value #MOST_LINES} lines and {@value #LONGEST_LINE} characters a line.
 */
final class SquadLines {
    static final int MOST_MEGABYTES = 256;
    static final int MOST_LINES = 1_000_000;
    static final int LONGEST_LINE = 20_000;

    private static final long BYTES_A_MEGABYTE = 1L << 20;
    private static final ObjectReader CELLS = new CsvMapper().readerFor(String[].class);
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final SquadTable table;
    private int number;

    private SquadLines(Path file, SquadTable table) {
        this.file = file;
        this.table = table;
    }

    static void read(Path folder, SquadTable table, Consumer<SquadLine> each) throws IOException {
        Path file = folder.resolve(table.fileName());
        if (Files.isRegularFile(file)) {
            new SquadLines(file, table).read(each);
        } else if (table.mustExist()) {
            throw Problem.failed(file + " is missing: a squad needs " + SquadTable.ATHLETES.fileName() + " and "
                    + SquadTable.LABELS.fileName() + ".");
        }
    }

    private void read(Consumer<SquadLine> each) throws IOException {
        if (Files.size(file) > MOST_MEGABYTES * BYTES_A_MEGABYTE) {
            throw Problem.failed(file + " is larger than " + MOST_MEGABYTES + " MB: split the squad.");
        }
        try (BufferedReader in = Files.newBufferedReader(file)) {
            Map<String, Integer> columns = columns(next(in).filter(line -> !line.isBlank())
                    .map(this::cells)
                    .orElseThrow(() -> wrong("the names of the columns are missing")));
            for (Optional<String> line = next(in); line.isPresent(); line = next(in)) {
                if (!line.get().isBlank()) {
                    each.accept(line(columns, cells(line.get())));
                }
            }
        } catch (CharacterCodingException e) {
            throw Problem.failed(file + " is not written in UTF-8.", e);
        }
    }

    private SquadLine line(Map<String, Integer> columns, List<String> cells) {
        if (cells.size() > columns.size()) {
            throw wrong("there are " + cells.size() + " cells, but " + columns.size() + " columns");
        }
        return new SquadLine(file.toString(), number, columns, cells);
    }

    private Map<String, Integer> columns(List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i), i) != null) {
                throw wrong("two columns have the same name");
            }
        }
        for (String needed : table.neededColumns()) {
            if (!columns.containsKey(needed)) {
                throw wrong("column " + needed + " is missing");
            }
        }
        return columns;
    }

    private List<String> cells(String line) {
        try {
            String[] cells = CELLS.readValue(line);
            List<String> stripped = new ArrayList<>(cells.length);
            for (String cell : cells) {
                stripped.add(cell.strip());
            }
            return stripped;
        } catch (JsonProcessingException e) {
            throw wrong("quotes do not match");
        }
    }

    private Optional<String> next(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = in.read();
        if (letter < 0) {
            return Optional.empty();
        }
        number++;
        if (number > MOST_LINES) {
            throw Problem.failed(file + " has more than " + MOST_LINES + " lines: split the squad.");
        }
        for (; letter >= 0 && letter != '\n'; letter = in.read()) {
            if (line.length() == LONGEST_LINE) {
                throw wrong("longer than " + LONGEST_LINE + " characters");
            }
            if (letter != '\r' && letter != BYTE_ORDER_MARK) {
                line.append((char) letter);
            }
        }
        return Optional.of(line.toString());
    }

    private Problem wrong(String what) {
        return Problem.failed(file + ", line " + Math.max(1, number) + ": " + what + ".");
    }
}

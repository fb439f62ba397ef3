package freshlegs.ingest.fit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Real people's watch files with what a decoder should find in them; they lie beside the repository where they may. */
final class RealFiles {
    private static final Path FOLDER =
            Path.of(System.getProperty("freshlegs.root", "..")).resolve("../shared/fit");

    private RealFiles() {}

    /** One line of the manifest, by column. */
    record Listed(Map<String, String> columns) {
        String name() {
            return columns.getOrDefault("file", "");
        }

        Path path() {
            return FOLDER.resolve(name());
        }

        String text(String column) {
            return columns.getOrDefault(column, "");
        }

        OptionalDouble number(String column) {
            return text(column).isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text(column)));
        }

        boolean decodes() {
            return "true".equals(text("decodes"));
        }
    }

    static List<Listed> all() {
        assumeTrue(Files.exists(FOLDER.resolve("manifest.csv")), "the real watch files are not on this machine");
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve("manifest.csv"));
            List<String> names = cells(lines.get(0));
            List<Listed> listed = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> columns = new HashMap<>();
                for (int i = 0; i < names.size() && i < cells.size(); i++) {
                    columns.put(names.get(i), cells.get(i));
                }
                listed.add(new Listed(columns));
            }
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String name) {
        Path path = FOLDER.resolve(name);
        assumeTrue(Files.exists(path), "the real watch files are not on this machine");
        return path;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

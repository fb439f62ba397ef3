package freshlegs.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The activities of real people's histories, as their manifest lists them; they lie beside the repository where they may. */
public final class RealRuns {
    private static final String FOLDER = "../shared/fit";
    private static final String LIST = "manifest.csv";
    private static final int FILE = 0;
    private static final int DECODES = 3;
    private static final int TYPE = 6;

    private RealRuns() {}

    /** None where they are not on this machine. */
    public static List<Path> beside(Path root) throws IOException {
        Path folder = root.resolve(FOLDER).normalize();
        if (!Files.exists(folder.resolve(LIST))) {
            return List.of();
        }
        return Files.readAllLines(folder.resolve(LIST)).stream()
                .filter(line -> line.startsWith("history-"))
                .map(line -> line.split(",", -1))
                .filter(cells -> "true".equals(cells[DECODES]) && "ACTIVITY".equals(cells[TYPE]))
                .map(cells -> folder.resolve(cells[FILE]))
                .toList();
    }
}

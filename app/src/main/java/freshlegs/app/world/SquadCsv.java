package freshlegs.app.world;

import freshlegs.app.labelled.LabelledAthlete;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A labelled squad as a folder of five CSV files, the form in which laboratories exchange them. Writing what was read from written
 * files gives the same bytes; which watch measured is not told.
 */
public final class SquadCsv {
    private SquadCsv() {}

    /** The squad in the order of {@code athletes.csv}; what is wrong is a {@link freshlegs.app.problem.Problem}. */
    public static List<LabelledAthlete> read(Path folder) throws IOException {
        SquadReader reader = new SquadReader(folder);
        for (SquadTable table : SquadTable.values()) {
            SquadLines.read(folder, table, line -> reader.take(table, line));
        }
        return reader.squad();
    }

    /** Replaces the five files; athletes are written one at a time and forgotten. Answers how many. */
    public static int write(Path folder, Stream<LabelledAthlete> squad) throws IOException {
        Files.createDirectories(folder);
        int athletes = 0;
        try (SquadWriter writer = new SquadWriter(folder)) {
            for (Iterator<LabelledAthlete> all = squad.iterator(); all.hasNext(); athletes++) {
                writer.write(all.next());
            }
        }
        return athletes;
    }
}

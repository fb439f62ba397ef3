package freshlegs.app.simulate;

import freshlegs.ingest.CheckInCsv;
import freshlegs.ingest.fit.FitEncoder;
import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenHrvStatus;
import freshlegs.ingest.fit.WrittenMonitoring;
import freshlegs.ingest.fit.WrittenSleep;
import freshlegs.model.fact.CheckIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One athlete's folder of files, with names as watches give them. */
final class WatchFolder implements Recorder {
    private static final DateTimeFormatter ACTIVITY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss'.fit'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd'.FIT'", Locale.ROOT);

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    WatchFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void keep(WrittenActivity activity) throws IOException {
        write(ACTIVITY.format(activity.start().atZone(Runner.ZONE)), FitEncoder.encode(activity));
    }

    @Override
    public void keep(LocalDate date, WrittenMonitoring monitoring) throws IOException {
        write("M" + DAY.format(date), FitEncoder.encode(monitoring));
    }

    @Override
    public void keep(LocalDate date, WrittenHrvStatus night) throws IOException {
        write("H" + DAY.format(date), FitEncoder.encode(night));
    }

    @Override
    public void keep(LocalDate date, WrittenSleep sleep) throws IOException {
        write("S" + DAY.format(date), FitEncoder.encode(sleep));
    }

    @Override
    public void keepCheckIns(List<CheckIn> checkIns) throws IOException {
        Files.writeString(folder.resolve(CheckInCsv.FILE_NAME), CheckInCsv.write(checkIns));
    }

    /** The watch files so far, as they came. */
    List<Path> files() {
        return Collections.unmodifiableList(files);
    }

    private void write(String name, byte[] file) throws IOException {
        files.add(Files.write(folder.resolve(name), file));
    }

    /** The same line ends on every system. */
    static void writeTable(Path file, List<String> rows) throws IOException {
        Files.writeString(file, String.join("\n", rows) + "\n");
    }
}

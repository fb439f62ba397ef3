package freshlegs.ingest.fuzz;

import freshlegs.ingest.CheckInTableFuzzer;
import freshlegs.ingest.MessageFuzzer;
import freshlegs.ingest.archive.ArchiveFuzzer;
import freshlegs.ingest.fit.FitDecoderFuzzer;
import freshlegs.ingest.garmin.NotificationFuzzer;
import freshlegs.ingest.http.FormFuzzer;
import freshlegs.ingest.xml.XmlDecoderFuzzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whatever reads what strangers send, with the folder of what it was sent before. */
enum Target {
    FIT,
    XML,
    ARCHIVE,
    FORM,
    NOTIFICATION,
    CHECKINS,
    MESSAGE;

    /** Reads one input; whatever it throws is a finding. */
    void read(byte[] content) throws IOException {
        switch (this) {
            case FIT -> FitDecoderFuzzer.fuzzerTestOneInput(content);
            case XML -> XmlDecoderFuzzer.fuzzerTestOneInput(content);
            case ARCHIVE -> ArchiveFuzzer.fuzzerTestOneInput(content);
            case FORM -> FormFuzzer.fuzzerTestOneInput(content);
            case NOTIFICATION -> NotificationFuzzer.fuzzerTestOneInput(content);
            case CHECKINS -> CheckInTableFuzzer.fuzzerTestOneInput(content);
            case MESSAGE -> MessageFuzzer.fuzzerTestOneInput(content);
        }
    }

    /** In the order of their names. */
    List<byte[]> kept(Path corpus) {
        try (Stream<Path> files = Files.list(corpus.resolve(name().toLowerCase(Locale.ROOT)))) {
            return files.sorted().map(Target::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

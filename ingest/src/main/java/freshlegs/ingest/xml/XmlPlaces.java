package freshlegs.ingest.xml;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.track.Places;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the positions of one TCX or GPX file for drawing its outline; nothing of them becomes a fact. What breaks off gives what
 * stands before the break.
 */
public final class XmlPlaces {
    private final Limits limits;

    public XmlPlaces(Limits limits) {
        this.limits = limits;
    }

    /** None of a file that cannot be read; throws when it goes beyond a limit. */
    public Places read(Path file) {
        PlaceReader reader = new PlaceReader();
        try (InputStream content = Files.newInputStream(file)) {
            if (Files.size(file) > limits.bytes(Limit.FILE_MEGABYTES)) {
                throw limits.exceeded(Limit.FILE_MEGABYTES);
            }
            new XmlWalk(limits, reader).over(content);
            return reader.places();
        } catch (Refusal e) {
            return reader.places();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

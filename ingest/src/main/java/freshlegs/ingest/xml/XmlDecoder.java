package freshlegs.ingest.xml;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Kind;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.Sport;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads one TCX or GPX file, as a stream and within {@link Limits}: a recording for each of its activities. A file that breaks off
 * gives what stands before the break, marked as salvaged. Only a failing disk is thrown.
 */
public final class XmlDecoder {
    private static final int ALMOST_ALL = 99;

    private final Limits limits;

    public XmlDecoder(Limits limits) {
        this.limits = limits;
    }

    /** {@code kind} is TCX or GPX; {@code likely} is the sport of activities that do not name theirs. */
    public Decoded decode(Path file, Kind kind, Origin origin, Optional<Sport> likely) {
        try {
            long size = Files.size(file);
            if (size > limits.bytes(Limit.FILE_MEGABYTES)) {
                throw limits.exceeded(Limit.FILE_MEGABYTES);
            }
            Reader reader = kind == Kind.TCX ? new TcxReader(limits) : new GpxReader(limits);
            Optional<XmlWalk.Break> end;
            try (InputStream content = Files.newInputStream(file)) {
                end = new XmlWalk(limits, reader).over(content);
            }
            Optional<Salvage> salvage =
                    end.map(broken -> new Salvage(broken.reason(), share(broken.characters(), size)));
            return decoded(reader, kind == Kind.TCX ? Format.TCX : Format.GPX, origin, likely, salvage);
        } catch (Refusal e) {
            return new Decoded.Problem(e.reason());
        } catch (LimitExceeded e) {
            return new Decoded.Problem(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decoded decoded(
            Reader reader, Format format, Origin origin, Optional<Sport> likely, Optional<Salvage> salvage) {
        RecordingBuilder builder = new RecordingBuilder(format, origin, likely, salvage);
        List<Recording> recordings = reader.activities().stream()
                .flatMap(activity -> builder.recording(activity).stream())
                .distinct()
                .toList();
        if (!recordings.isEmpty()) {
            return new Decoded.Contents(recordings, List.of(), salvage, 0);
        }
        return new Decoded.Problem(salvage.map(broken -> broken.reason() + ": nothing usable stands before the break")
                .orElseGet(reader::nothing));
    }

    /** Of the bytes that are there; how many there should have been nobody knows. */
    private static int share(long characters, long size) {
        return (int) Math.min(ALMOST_ALL, characters * 100 / Math.max(1, size));
    }
}

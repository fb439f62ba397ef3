package freshlegs.ingest.fit;

import com.garmin.fit.Decode;
import com.garmin.fit.FitRuntimeException;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one watch file, whatever it is called: every chained part, as a stream, within {@link Limits}. A file whose
 * sizes or checksums are wrong is refused as a whole, because half an activity would look like a short one; only a failing
 * disk is thrown.
 */
public final class FitDecoder {
    private final Limits limits;

    public FitDecoder() {
        this(Limits.STANDARD);
    }

    public FitDecoder(Limits limits) {
        this.limits = limits;
    }

    public Decoded decode(Path path, Origin origin) {
        try (FileChannel file = FileChannel.open(path)) {
            return decode(file, origin);
        } catch (Refusal e) {
            return new Decoded.Problem(e.reason());
        } catch (LimitExceeded e) {
            return new Decoded.Problem(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Decoded decode(FileChannel file, Origin origin) throws IOException {
        Budget budget = new Budget(limits);
        HeartRateTrack strap = new HeartRateTrack();
        List<Part> parts = new ArrayList<>();
        for (FitPart part : new FitFrame(file, limits).parts()) {
            parts.add(read(new PartStream(file, part), new Part(limits, strap), budget));
        }
        List<Recording> recordings = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Part part : parts) {
            recordings.addAll(new RecordingBuilder(part, strap, origin).recordings());
            readings.addAll(part.wellness.readings(origin, part.device.device()));
        }
        if (recordings.isEmpty() && readings.isEmpty()) {
            return new Decoded.Problem("nothing to import: " + FileTypes.name(parts.get(0).fileType));
        }
        return new Decoded.Contents(recordings.stream().distinct().toList(), readings, Optional.empty(), 0);
    }

    private static Part read(PartStream stream, Part part, Budget budget) {
        Decode decode = new Decode();
        decode.addListener(budget::onMesgDefinition);
        decode.addListener(budget::onDescription);
        try {
            decode.read(stream, mesg -> {
                budget.onMesg();
                part.take(mesg);
            });
            return part;
        } catch (Refusal | LimitExceeded | UncheckedIOException e) {
            throw e;
        } catch (FitRuntimeException e) {
            throw new Refusal("damaged: " + sentence(e));
        } catch (RuntimeException e) {
            // The SDK meets some malformed fields with exceptions of its own making.
            throw new Refusal("damaged: a message does not fit its definition");
        }
    }

    private static String sentence(FitRuntimeException e) {
        String told = String.valueOf(e.getMessage()).replaceAll("\\p{C}", " ").replace("FIT decode error: ", "");
        return told.isEmpty() ? "not readable" : told.substring(0, 1).toLowerCase(Locale.ROOT) + told.substring(1);
    }
}

package freshlegs.ingest.fit;

import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one watch file, whatever it is called: every chained part, as a stream, within {@link Limits}. Of a damaged file (cut
 * short, never finished, with wrong checksums, with something that cannot be read in its midst or at its end) all messages
 * that precede the break are taken. What is read of it is marked: each of its recordings carries the {@link Salvage}, those of
 * whole parts before the break too, because later parts may have held what belongs to them. Its share is an estimate, bytes
 * read over bytes that the headers claim. Time asleep is never taken from a damaged file: a night cut off would be a short
 * night. A file beyond a limit is refused as a whole; only a failing disk is thrown.
 */
public final class FitDecoder {
    private final Limits limits;
    private final long mostAtOnce;

    public FitDecoder() {
        this(Limits.STANDARD);
    }

    public FitDecoder(Limits limits) {
        this(limits, PartReader.MOST_AT_ONCE);
    }

    private FitDecoder(Limits limits, long mostAtOnce) {
        this.limits = limits;
        this.mostAtOnce = mostAtOnce;
    }

    /** One that shows the SDK every byte. */
    static FitDecoder bySdkAlone() {
        return new FitDecoder(Limits.STANDARD, 0);
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
        List<FitPart> places = new FitFrame(file, limits).parts();
        Damage damage = Damage.of(places);
        HeartRateTrack strap = new HeartRateTrack();
        List<Part> parts = new ArrayList<>();
        PartReader reader = new PartReader(file, new Budget(limits), damage, mostAtOnce);
        for (FitPart place : places) {
            place.flaw().ifPresent(damage::note);
            if (place.isEmpty()) {
                continue;
            }
            Part part = new Part(limits, strap);
            parts.add(part);
            if (!reader.read(place, part)) {
                break;
            }
        }
        Optional<Salvage> salvage = damage.salvage();
        List<Recording> recordings = new ArrayList<>();
        List<Reading> readings = new ArrayList<>();
        for (Part part : parts) {
            recordings.addAll(new RecordingBuilder(part, strap, origin, salvage).recordings());
            readings.addAll(part.wellness.readings(origin, part.device.device(), damage.isNone()));
        }
        if (recordings.isEmpty() && readings.isEmpty()) {
            return new Decoded.Problem(damage.refusal(FileTypes.name(parts.isEmpty() ? -1 : parts.get(0).fileType)));
        }
        return new Decoded.Contents(
                recordings.stream().distinct().toList(), readings, salvage, reader.unknownMessages());
    }
}

package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.track.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the positions of one watch file for drawing its outline; {@link FitDecoder}, from which all facts come, never sees any. What
 * is damaged gives what precedes the break.
 */
public final class FitPlaces {
    /** A FIT position is 2^31 semicircles to 180 degrees. */
    private static final double DEGREES_PER_SEMICIRCLE = 180.0 / (1L << 31);

    private final Limits limits;

    public FitPlaces(Limits limits) {
        this.limits = limits;
    }

    /** None of a file that cannot be read; throws when it goes beyond a limit. */
    public Places read(Path path) {
        Places places = new Places();
        try (FileChannel file = FileChannel.open(path)) {
            List<FitPart> parts = new FitFrame(file, limits).parts();
            PartReader reader = new PartReader(file, new Budget(limits), Damage.of(parts));
            for (FitPart part : parts) {
                if (!part.isEmpty() && !reader.read(part, mesg -> take(mesg, places))) {
                    break;
                }
            }
            return places;
        } catch (Refusal e) {
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(Mesg mesg, Places places) {
        if (mesg.getNum() != MesgNum.RECORD) {
            return;
        }
        double latitude = Field.number(mesg, RecordMesg.PositionLatFieldNum);
        double longitude = Field.number(mesg, RecordMesg.PositionLongFieldNum);
        Field.timestamp(mesg)
                .ifPresent(time -> places.add(
                        FitTime.instant(time).getEpochSecond(),
                        latitude * DEGREES_PER_SEMICIRCLE,
                        longitude * DEGREES_PER_SEMICIRCLE));
    }
}

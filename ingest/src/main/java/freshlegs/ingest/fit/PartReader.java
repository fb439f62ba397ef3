package freshlegs.ingest.fit;

import com.garmin.fit.Decode;
import com.garmin.fit.FitRuntimeException;
import com.garmin.fit.Mesg;
import freshlegs.ingest.limit.LimitExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Locale;
import java.util.function.Consumer;

/** Lets the SDK read one part's content, message after message, up to its end or to the first that cannot be read. */
final class PartReader {
    /** How the SDK names what its profile does not know. */
    static final String UNKNOWN = "unknown";

    /** Parts beyond so many bytes are read in pieces. */
    static final long MOST_AT_ONCE = 8L << 20;

    private final FileChannel file;
    private final Budget budget;
    private final Damage damage;
    private final long mostAtOnce;
    private int unknownMessages;

    PartReader(FileChannel file, Budget budget, Damage damage) {
        this(file, budget, damage, MOST_AT_ONCE);
    }

    PartReader(FileChannel file, Budget budget, Damage damage, long mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
        this.file = file;
        this.budget = budget;
        this.damage = damage;
    }

    /** Whether the content was read to its end; if not, what follows it is not to be trusted either. */
    boolean read(FitPart place, Part part) throws IOException {
        Position position = new Position();
        return read(place, part::take, position, stream(place, part, position));
    }

    /** The same with every message shown to {@code all}. */
    boolean read(FitPart place, Consumer<Mesg> all) {
        return read(place, all, new Position(), new PartStream(file, place));
    }

    /** What the SDK need not see of a whole part of ordinary size is read beside it. */
    private InputStream stream(FitPart place, Part part, Position position) throws IOException {
        if (place.flaw().isPresent() || place.to() - place.from() > mostAtOnce) {
            return new PartStream(file, place);
        }
        byte[] content = new FileBytes(file).read(place.from(), (int) (place.to() - place.from()));
        return Sieve.suits(content) ? new Sieve(content, beside(part, position)) : new PartStream(file, place);
    }

    private Sieve.Taker beside(Part part, Position position) {
        return new Sieve.Taker() {
            @Override
            public void takeRow(Numbers row, int bytes) {
                count(bytes);
                part.takeRow(row);
            }

            @Override
            public void passOver(int bytes) {
                count(bytes);
                unknownMessages++;
            }

            private void count(int bytes) {
                position.pass(bytes);
                budget.onMesg();
            }
        };
    }

    private boolean read(FitPart place, Consumer<Mesg> part, Position position, InputStream content) {
        Decode decode = new Decode();
        // Sizes and checksums were looked at before; without a header the SDK reads as far as there are bytes.
        decode.skipHeader();
        decode.addListener(position::onMesgDefinition);
        decode.addListener(budget::onMesgDefinition);
        decode.addListener(budget::onDescription);
        try {
            decode.read(content, mesg -> {
                position.onMesg(mesg);
                budget.onMesg();
                unknownMessages += UNKNOWN.equals(mesg.getName()) ? 1 : 0;
                part.accept(mesg);
            });
            return true;
        } catch (LimitExceeded | UncheckedIOException e) {
            throw e;
        } catch (FitRuntimeException e) {
            damage.note(after(place.from() + position.bytes(), sentence(e)));
        } catch (RuntimeException e) {
            // The SDK meets some malformed fields with exceptions of its own making.
            damage.note(after(place.from() + position.bytes(), "a message does not fit its definition"));
        } finally {
            damage.read(Math.min(position.bytes(), place.to() - place.from()));
        }
        return false;
    }

    int unknownMessages() {
        return unknownMessages;
    }

    private static String after(long bytes, String what) {
        return String.format(Locale.ROOT, "damaged after %,d bytes: %s", bytes, what);
    }

    /** The SDK's own words without its positions, which count from elsewhere. */
    private static String sentence(FitRuntimeException e) {
        String told = String.valueOf(e.getMessage())
                .replaceAll("\\p{C}", " ")
                .replace("FIT decode error: ", "")
                .replaceAll("\\.? ?(Error )?at byte: \\d+", "")
                .strip();
        if (told.startsWith("Unexpected end")) {
            return "its last message is not complete";
        }
        return told.isEmpty() ? "not readable" : told.substring(0, 1).toLowerCase(Locale.ROOT) + told.substring(1);
    }
}

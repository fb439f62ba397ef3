package freshlegs.ingest.fit;

import com.garmin.fit.Factory;
import com.garmin.fit.MesgNum;
import com.garmin.fit.RecordMesg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What a definition says of the messages that follow it (FIT protocol, "Definition message"): {@code defined} bytes long itself and
 * {@code length} bytes each of them, both without their headers; {@code places} says where in them each field lies, -1 for those that do not.
 */
final class MessageLayout {
    private static final int FIXED = 5;
    private static final int FIELD = 3;
    private static final int FIELDS = 256;
    private static final int BIG_ENDIAN = 1;

    /** Bytes of a number of each type (FIT protocol, "Base types"), of which the low bits of a type's code are the place. */
    private static final int[] SIZES = {1, 1, 1, 2, 2, 4, 4, 1, 4, 8, 1, 2, 4, 1, 8, 8, 8};

    private static final int CODE = 0x1F;
    private static final int OF_SEVERAL_BYTES = 0x80;

    private final int message;
    private final ByteOrder order;
    private final int defined;
    private final int length;
    private final int[] places;
    private final boolean isWhole;
    private final boolean isRegular;

    private MessageLayout(
            int message, ByteOrder order, int defined, int length, int[] places, boolean isWhole, boolean isRegular) {
        this.message = message;
        this.order = order;
        this.defined = defined;
        this.length = length;
        this.places = places;
        this.isWhole = isWhole;
        this.isRegular = isRegular;
    }

    /** {@code at} is behind the definition's header; nothing in it may lie beyond the buffer. */
    static MessageLayout read(ByteBuffer from, int at, boolean hasDeveloperFields) {
        ByteOrder order = from.get(at + 1) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int message = Short.toUnsignedInt(from.order(order).getShort(at + 2));
        int[] places = new int[FIELDS];
        Arrays.fill(places, -1);
        boolean whole = true;
        boolean regular = true;
        int length = 0;
        int end = at + FIXED + FIELD * unsigned(from, at + FIXED - 1);
        for (int each = at + FIXED; each < end; each += FIELD) {
            int field = unsigned(from, each);
            int bytes = unsigned(from, each + 1);
            whole &= isWhole(bytes, unsigned(from, each + 2))
                    && (field != Field.TIMESTAMP || Quantity.isAsExpected(field, bytes, unsigned(from, each + 2)));
            regular &= places[field] < 0 && Quantity.isAsExpected(field, bytes, unsigned(from, each + 2));
            places[field] = length;
            length += bytes;
        }
        if (hasDeveloperFields) {
            int last = end + 1 + FIELD * unsigned(from, end);
            for (int each = end + 1; each < last; each += FIELD) {
                length += unsigned(from, each + 1);
            }
            end = last;
        }
        return new MessageLayout(message, order, end - at, length, places, whole, regular);
    }

    private static boolean isWhole(int bytes, int type) {
        int place = type & CODE;
        return place < SIZES.length
                && type == (SIZES[place] > 1 ? place | OF_SEVERAL_BYTES : place)
                && bytes > 0
                && bytes % SIZES[place] == 0;
    }

    private static int unsigned(ByteBuffer from, int at) {
        return Byte.toUnsignedInt(from.get(at));
    }

    int message() {
        return message;
    }

    int defined() {
        return defined;
    }

    int length() {
        return length;
    }

    boolean isRecord() {
        return message == MesgNum.RECORD;
    }

    /**
     * Whether its fields are made of whole numbers of types that there are, its time as always, and a row's numbers can be read without knowing how the
     * profile makes fields from others; of others none is read.
     */
    boolean isPlain() {
        return isWhole && (!isRecord() || (isRegular && hasNoTwins()));
    }

    private boolean hasNoTwins() {
        return !has(RecordMesg.CompressedSpeedDistanceFieldNum)
                && !(has(RecordMesg.SpeedFieldNum) && has(RecordMesg.EnhancedSpeedFieldNum))
                && !(has(RecordMesg.AltitudeFieldNum) && has(RecordMesg.EnhancedAltitudeFieldNum));
    }

    /** Whether the profile does not know its messages. */
    boolean isUnknown() {
        return PartReader.UNKNOWN.equals(Factory.createMesg(message).getName());
    }

    /** The numbers of the message at {@code at}, behind its header. */
    Numbers numbers(ByteBuffer from, int at) {
        from.order(order);
        return field -> places[field] < 0 ? Double.NaN : Quantity.of(field).read(from, at + places[field]);
    }

    private boolean has(int field) {
        return places[field] >= 0;
    }
}

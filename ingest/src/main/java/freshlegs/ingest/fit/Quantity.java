package freshlegs.ingest.fit;

import com.garmin.fit.RecordMesg;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A field of the rows of a recording that is used, as the profile has it (FIT profile, "record"). */
enum Quantity {
    TIMESTAMP(Field.TIMESTAMP, Type.UINT32, 1, 0),
    HEART_RATE(RecordMesg.HeartRateFieldNum, Type.UINT8, 1, 0),
    CADENCE(RecordMesg.CadenceFieldNum, Type.UINT8, 1, 0),
    FRACTIONAL_CADENCE(RecordMesg.FractionalCadenceFieldNum, Type.UINT8, 128, 0),
    DISTANCE(RecordMesg.DistanceFieldNum, Type.UINT32, 100, 0),
    SPEED(RecordMesg.SpeedFieldNum, Type.UINT16, 1000, 0),
    ENHANCED_SPEED(RecordMesg.EnhancedSpeedFieldNum, Type.UINT32, 1000, 0),
    ALTITUDE(RecordMesg.AltitudeFieldNum, Type.UINT16, 5, 500),
    ENHANCED_ALTITUDE(RecordMesg.EnhancedAltitudeFieldNum, Type.UINT32, 5, 500),
    POWER(RecordMesg.PowerFieldNum, Type.UINT16, 1, 0),
    TEMPERATURE(RecordMesg.TemperatureFieldNum, Type.SINT8, 1, 0),
    GPS_ACCURACY(RecordMesg.GpsAccuracyFieldNum, Type.UINT8, 1, 0),
    STANCE_TIME(RecordMesg.StanceTimeFieldNum, Type.UINT16, 10, 0);

    private static final int FIELDS = 256;
    private static final @Nullable Quantity[] BY_FIELD = byField();

    /** How a number is written, and which one stands for none (FIT protocol, "Base types"). */
    private enum Type {
        SINT8(0x01, 1),
        UINT8(0x02, 1),
        UINT16(0x84, 2),
        UINT32(0x86, 4);

        private final int code;
        private final int bytes;

        Type(int code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }

        double read(ByteBuffer from, int at) {
            return switch (this) {
                case SINT8 -> unless(Byte.MAX_VALUE, from.get(at));
                case UINT8 -> unless(0xFF, Byte.toUnsignedInt(from.get(at)));
                case UINT16 -> unless(0xFFFF, Short.toUnsignedInt(from.getShort(at)));
                case UINT32 -> unless(0xFFFF_FFFFL, Integer.toUnsignedLong(from.getInt(at)));
            };
        }

        private static double unless(long none, long number) {
            return number == none ? Double.NaN : number;
        }
    }

    private final int field;
    private final Type type;
    private final double scale;
    private final double offset;

    Quantity(int field, Type type, double scale, double offset) {
        this.field = field;
        this.type = type;
        this.scale = scale;
        this.offset = offset;
    }

    private static @Nullable Quantity[] byField() {
        @Nullable Quantity[] all = new Quantity[FIELDS];
        for (Quantity each : values()) {
            all[each.field] = each;
        }
        return all;
    }

    /** Whether a file writes a field as the profile does, or one of which nothing is used. */
    static boolean isAsExpected(int field, int bytes, int type) {
        Quantity quantity = BY_FIELD[field];
        return quantity == null || (quantity.type.code == type && quantity.type.bytes == bytes);
    }

    static Quantity of(int field) {
        Quantity quantity = BY_FIELD[field];
        if (quantity == null) {
            throw new IllegalArgumentException("field " + field + " of records is not read");
        }
        return quantity;
    }

    double read(ByteBuffer from, int at) {
        return type.read(from, at) / scale - offset;
    }
}

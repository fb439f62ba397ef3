package freshlegs.ingest.fit;

import com.garmin.fit.Mesg;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a message's fields whatever type a file gives them; what is absent, invalid or not a number is absent. */
final class Field {
    static final int TIMESTAMP = 253;

    private Field() {}

    /** The number with the profile's scale and offset applied, or NaN. */
    static double number(Mesg mesg, int field) {
        return number(mesg, field, 0);
    }

    static double number(Mesg mesg, int field, int index) {
        return mesg.getFieldValue(field, index) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static OptionalDouble optionalNumber(Mesg mesg, int field) {
        double number = number(mesg, field);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** A whole number from {@code lowest} to {@code highest}; anything else is absent. */
    static OptionalInt whole(Mesg mesg, int field, int lowest, int highest) {
        double number = number(mesg, field);
        return number >= lowest && number <= highest ? OptionalInt.of((int) Math.round(number)) : OptionalInt.empty();
    }

    static int code(Mesg mesg, int field) {
        return whole(mesg, field, 0, 0xFFFF).orElse(-1);
    }

    /** Seconds since FIT's epoch. */
    static OptionalLong time(Mesg mesg, int field) {
        return time(number(mesg, field));
    }

    static OptionalLong time(double number) {
        return number >= 0 && number <= 0xFFFF_FFFFL ? OptionalLong.of((long) number) : OptionalLong.empty();
    }

    static OptionalLong timestamp(Mesg mesg) {
        return time(mesg, TIMESTAMP);
    }

    static String text(Mesg mesg, int field) {
        return mesg.getFieldValue(field, 0) instanceof String text ? text : "";
    }
}

package freshlegs.ingest.fit;

import java.util.OptionalLong;

/** The numbers of one message by field, with the profile's scale and offset applied, or NaN where there is none. */
@FunctionalInterface
interface Numbers {
    double of(int field);

    /** Seconds since FIT's epoch. */
    default OptionalLong timestamp() {
        return Field.time(of(Field.TIMESTAMP));
    }
}

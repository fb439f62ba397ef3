package freshlegs.ingest.fit;

import com.garmin.fit.DeveloperFieldDefinition;
import com.garmin.fit.FieldDefinition;
import com.garmin.fit.Mesg;
import com.garmin.fit.MesgDefinition;

/**
 * How many bytes of a part's content were delivered as whole messages and definitions: a message is as long as its latest
 * definition says (FIT protocol, "Record format"). The SDK reads ahead and does not tell.
 */
final class Position {
    private static final int LOCAL_NUMBERS = 16;
    private static final int DEFINITION = 6;
    private static final int FIELD = 3;

    private final long[] lengths = new long[LOCAL_NUMBERS];
    private long bytes;

    void onMesgDefinition(MesgDefinition definition) {
        long length = 1;
        long defined = DEFINITION + (long) FIELD * definition.getFields().size();
        for (FieldDefinition field : definition.getFields()) {
            length += field.getSize();
        }
        boolean byDeveloper = false;
        for (DeveloperFieldDefinition field : definition.getDeveloperFields()) {
            length += field.getSize();
            defined += FIELD;
            byDeveloper = true;
        }
        lengths[definition.getLocalNum() % LOCAL_NUMBERS] = length;
        bytes += defined + (byDeveloper ? 1 : 0);
    }

    void onMesg(Mesg mesg) {
        bytes += lengths[mesg.getLocalNum() % LOCAL_NUMBERS];
    }

    /** A message that somebody else has read or passed over. */
    void pass(int length) {
        bytes += length;
    }

    long bytes() {
        return bytes;
    }
}

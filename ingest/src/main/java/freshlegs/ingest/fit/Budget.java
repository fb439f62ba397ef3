package freshlegs.ingest.fit;

import com.garmin.fit.DeveloperFieldDescription;
import com.garmin.fit.MesgDefinition;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.util.concurrent.TimeUnit;

/**
 * Counts what a file asks for and refuses it when it asks for too much. Messages without any field are counted, not refused:
 * watches of 2012 wrote them.
 */
final class Budget {
    private static final int MESSAGES_PER_LOOK = 1024;

    private final Limits limits;
    private final long began = System.nanoTime();
    private int messages;
    private int definitions;
    private int developerFields;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void onMesg() {
        limits.check(Limit.MESSAGES, ++messages);
        if (messages % MESSAGES_PER_LOOK == 0) {
            limits.check(Limit.DECODE_SECONDS, 1 + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        }
    }

    void onMesgDefinition(MesgDefinition ignored) {
        limits.check(Limit.DEFINITIONS, ++definitions);
    }

    void onDescription(DeveloperFieldDescription ignored) {
        limits.check(Limit.DEVELOPER_FIELDS, ++developerFields);
    }
}

package freshlegs.ingest.fit;

import com.garmin.fit.DeveloperFieldDescription;
import com.garmin.fit.MesgDefinition;

/**
 * Counts what a file asks for and refuses it when it asks for too much. Messages without any field are counted, not refused:
 * watches of 2012 wrote them.
 */
final class Budget {
    private static final int MESSAGES_PER_LOOK = 1024;

    private final DecodeLimits limits;
    private final long began = System.nanoTime();
    private int messages;
    private int definitions;
    private int developerFields;

    Budget(DecodeLimits limits) {
        this.limits = limits;
    }

    void onMesg() {
        refuseBeyond(++messages, limits.messages(), "messages");
        if (messages % MESSAGES_PER_LOOK == 0
                && System.nanoTime() - began > limits.time().toNanos()) {
            throw new Refusal(
                    "too slow to read: given up after " + limits.time().toSeconds() + " s");
        }
    }

    void onMesgDefinition(MesgDefinition ignored) {
        refuseBeyond(++definitions, limits.definitions(), "message definitions");
    }

    void onDescription(DeveloperFieldDescription ignored) {
        refuseBeyond(++developerFields, limits.developerFields(), "developer fields");
    }

    private static void refuseBeyond(int count, int limit, String what) {
        if (count > limit) {
            throw new Refusal("more than %,d %s".formatted(limit, what));
        }
    }
}

package freshlegs.ingest.planted.fit;

import freshlegs.ingest.Spool;

/** Breaks a rule on purpose, so that the rule is seen to fail. */
final class KnowsTheSpool {
    private KnowsTheSpool() {}

    static String type() {
        return Spool.class.getName();
    }
}

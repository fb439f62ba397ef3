package freshlegs.ingest.planted;

import com.garmin.fit.Fit;

/** Breaks a rule on purpose, so that the rule is seen to fail. */
final class KnowsTheSdk {
    private KnowsTheSdk() {}

    static String type() {
        return Fit.class.getName();
    }
}

package freshlegs.streams.session;

import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;

/** Recordings analysed once more in memory, as the streams would. */
public final class Reanalysis {
    private Reanalysis() {}

    /** The bytes that the streams would write of a recording under its {@code key}. */
    public static byte[] session(String key, Recording recording) {
        if (!RecordKey.of(recording).equals(key)) {
            throw new IllegalArgumentException("the recording's key is not its own");
        }
        return Json.write(SessionAnalysis.of(recording));
    }

    /** Of the session that a recording of this key amounts to. */
    public static String keyOf(String recording) {
        return SessionStage.sessionKey(recording);
    }
}

package freshlegs.ingest.fit;

import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import java.util.List;

/** What a watch file amounts to: facts, or one plain sentence that says why there are none. */
public sealed interface Decoded {
    /** At least one recording or reading. */
    record Contents(List<Recording> recordings, List<Reading> readings) implements Decoded {
        public Contents {
            recordings = List.copyOf(recordings);
            readings = List.copyOf(readings);
        }
    }

    /** Why the file brings nothing, such as "cut short: the file says 7,640 bytes, 4,096 are there". */
    record Problem(String reason) implements Decoded {}
}

package freshlegs.ingest.decode;

import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import java.util.List;
import java.util.Optional;

/** What a watch file amounts to: facts, or one plain sentence that says why there are none. */
public sealed interface Decoded {
    /**
     * At least one recording or reading. {@code salvage} says that the file is damaged and how much of it was read, {@code
     * unknownMessages} how many messages were of kinds that nobody documents.
     */
    record Contents(List<Recording> recordings, List<Reading> readings, Optional<Salvage> salvage, int unknownMessages)
            implements Decoded {
        public Contents {
            recordings = List.copyOf(recordings);
            readings = List.copyOf(readings);
        }
    }

    /** Why the file brings nothing, such as "cut short: the file says 7,640 bytes, 4,096 are there". */
    record Problem(String reason) implements Decoded {}
}

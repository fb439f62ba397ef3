package freshlegs.app.service;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.json.Revision;
import java.time.Instant;

/** What somebody says of a morning or a run as the fact that it becomes: the same said at the same moment is one, however often it is sent. */
public final class SaidCheckIn {
    private SaidCheckIn() {}

    public static CheckIn fact(CheckIn said, Instant now) {
        return said.as(Revision.of(said), now);
    }
}

package freshlegs.warehouse;

import freshlegs.model.result.Episode.Cause;
import java.util.List;

/** A step of an alert that the journal has noted, and the rules that saw something then, each with its version. */
record Firing(Cause cause, String step, List<String> rules) {
    static final String OPENED = "opened";
    static final String ESCALATED = "escalated";
    static final String WITHDRAWN = "withdrawn";
}

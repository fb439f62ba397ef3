package freshlegs.app.trace;

import java.util.List;

/** The way of one file, activity or alert. */
public record Trace(String of, String id, String athlete, List<Step> steps) {
    public Trace {
        steps = List.copyOf(steps);
    }
}

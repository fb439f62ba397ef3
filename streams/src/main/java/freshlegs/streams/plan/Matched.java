package freshlegs.streams.plan;

import freshlegs.model.plan.Done;
import freshlegs.streams.plan.Benchmarks.Known;
import java.util.Optional;

/**
 * What a day's running was: the planned session that it was, what it says about the ladder (also when nothing of it was
 * planned), and a time that paces may be taken from.
 */
record Matched(Optional<Done> done, Optional<LadderSession> ladder, Optional<Known> result) {}

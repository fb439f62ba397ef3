package freshlegs.streams.plan;

import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import java.util.List;

/** A run that was a planned session: the pieces that count, and those of them that may have faded. */
record Found(Session run, List<Piece> pieces, List<Repeat> repeats) {
    static Found one(Session run, Piece piece) {
        return new Found(run, List.of(piece), List.of());
    }

    static Found whole(Session run) {
        return new Found(run, List.of(), List.of());
    }
}

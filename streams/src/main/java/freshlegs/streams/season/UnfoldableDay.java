package freshlegs.streams.season;

import java.io.Serial;
import java.time.LocalDate;

/** A day whose facts the fold could not digest: a fault of ours that must not stop other athletes. */
final class UnfoldableDay extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final LocalDate date;

    UnfoldableDay(LocalDate date, RuntimeException cause) {
        super("a day could not be folded", cause);
        this.date = date;
    }

    LocalDate date() {
        return date;
    }
}

package freshlegs.app.cli;

import java.util.Optional;
import java.util.OptionalInt;

/** Facts that a person states at the command line. */
final class Facts {
    private Facts() {}

    static OptionalInt number(Optional<Integer> given) {
        return given.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}

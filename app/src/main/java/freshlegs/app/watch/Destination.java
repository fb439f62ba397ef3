package freshlegs.app.watch;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where files of watches go. */
public interface Destination {
    /** Under which name the memory keeps what went there. */
    String name();

    /** Why nothing can go there for this athlete, if so. */
    Optional<String> refusal(AthleteId athlete, Watches watches);

    /** A fresh file to copy to; whoever asked removes it. */
    Path temporary(AthleteId athlete, WatchIdentity watch, WatchFile file) throws IOException;

    /** Hands over a whole copy and says what became of it. */
    Arrival deliver(AthleteId athlete, WatchIdentity watch, WatchFile file, WatchCopy copy)
            throws IOException, InterruptedException;

    /** What became of a file. */
    sealed interface Arrival {
        /** It is safe there. */
        record Taken() implements Arrival {}

        /** It will not be taken; others may. */
        record Refused(String reason) implements Arrival {}

        /** Nothing more goes there for now. */
        record Stopped(String reason) implements Arrival {}
    }
}

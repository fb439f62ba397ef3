package freshlegs.coach;

import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.model.AthleteId;
import java.time.Duration;
import java.util.Optional;

/** Somebody who can read a run again from its original file, second by second. */
public interface RecordedRuns {
    /** Waits for it no longer than {@code patience}; the next to ask may find it. */
    Answer read(Wanted wanted, Duration patience);

    /** One run of a file as the tables know it; {@code archiveSha256} is that of the archive in which the file lay. */
    record Wanted(
            AthleteId athlete,
            String fact,
            String revision,
            String path,
            String sha256,
            Optional<String> archiveSha256) {}

    /** What came of it. */
    sealed interface Answer {}

    /** Both may be empty. */
    record Found(RunRows rows, Outline outline) implements Answer {}

    record Missing(Why why) implements Answer {}

    /** Why there is nothing to be seen. */
    enum Why {
        /** The files are kept by another process. */
        ELSEWHERE,
        /** The file is not kept any more, or never was one. */
        GONE,
        /** It is being read. */
        READING,
        /** Too many others are being read. */
        BUSY,
        /** It is too large or cannot be read. */
        UNREADABLE
    }
}

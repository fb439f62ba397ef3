package freshlegs.ingest;

import java.nio.file.Path;
import java.util.UUID;

/** Names of files that stay behind in what is remembered of the inbox. */
public final class InboxTraces {
    private InboxTraces() {}

    /** Forgets those of athletes who have left; a line that is added meanwhile may be lost, which costs one repeated delivery. */
    public static void forgetDeparted(Path dataFolder) {
        InboxMemory.of(dataFolder, dataFolder.resolve("spool/tmp").resolve(UUID.randomUUID() + ".tmp"));
    }
}

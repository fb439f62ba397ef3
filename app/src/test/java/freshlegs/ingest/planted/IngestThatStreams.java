package freshlegs.ingest.planted;

import freshlegs.streams.StreamsSettings;

/** A part that knows another one, which must not be. */
public final class IngestThatStreams {
    private IngestThatStreams() {}

    static String name(StreamsSettings settings) {
        return settings.instanceId();
    }
}

package freshlegs.model.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import freshlegs.model.ContentHash;
import freshlegs.model.fact.Fact;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What each record says of itself beside its value: the schema's name and major version, and a CloudEvent 1.0 in binary mode. All
 * of it follows from topic and value, so that a repeat or a rebuild writes the same bytes; whatever a record carried on as the input
 * of a step is replaced. A tombstone is no event and names its schema alone.
 */
public final class EventHeaders {
    public static final String SCHEMA = "schema";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    /** In the order in which they are written. */
    public static final List<String> ALL = List.of(SCHEMA, SPEC_VERSION, ID, TYPE, SOURCE, TIME, CONTENT_TYPE);

    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final byte[] schema;
    private final byte[] type;
    private final byte[] source;

    EventHeaders(Topic<?> topic) {
        schema = topic.schema().getBytes(UTF_8);
        type = topic.eventType().getBytes(UTF_8);
        source = topic.eventSource().getBytes(UTF_8);
    }

    /** {@code json} is {@code message} as it is written, or both are nothing. */
    void replaceIn(Headers headers, @Nullable Object message, byte @Nullable [] json) {
        ALL.forEach(headers::remove);
        headers.add(SCHEMA, schema);
        if (json == null) {
            return;
        }
        headers.add(SPEC_VERSION, VERSION)
                .add(ID, ContentHash.eventOf(json).getBytes(UTF_8))
                .add(TYPE, type)
                .add(SOURCE, source);
        if (message instanceof Fact fact) {
            headers.add(TIME, fact.ingestedAt().toString().getBytes(UTF_8));
        }
        headers.add(CONTENT_TYPE, JSON);
    }
}

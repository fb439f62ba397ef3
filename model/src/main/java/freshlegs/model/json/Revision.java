package freshlegs.model.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Fact;
import java.io.UncheckedIOException;

/** Names one telling of a fact by its content: the same telling has the same revision whenever and however it arrives. */
public final class Revision {
    private static final JsonMapper CONTENT_ONLY =
            Json.MAPPER.rebuild().addMixIn(Fact.class, WithoutArrival.class).build();

    private Revision() {}

    /** The revision of {@code draft}, whose own revision and time of ingestion do not count. */
    public static String of(Fact draft) {
        try {
            return ContentHash.revisionOf(CONTENT_ONLY.writeValueAsBytes(draft));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot be written as JSON: " + draft.getClass(), e);
        }
    }

    @JsonIgnoreProperties({"revision", "ingestedAt"})
    private interface WithoutArrival {}
}

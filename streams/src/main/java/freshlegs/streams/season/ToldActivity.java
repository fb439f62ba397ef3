package freshlegs.streams.season;

import com.fasterxml.jackson.annotation.JsonProperty;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import freshlegs.model.result.ActivityAnalysis;
import java.util.List;
import java.util.Optional;

/**
 * One activity of a day as it was told: a day keeps only which and the hash of what was said, enough to see a change. The
 * {@code analysis} itself is there while the day is fresh from the fold, and not after it has been stored.
 */
public record ToldActivity(
        String key,
        String digest,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Optional<ActivityAnalysis> analysis) {

    static List<ToldActivity> of(List<ActivityAnalysis> analyses) {
        return analyses.stream()
                .map(analysis -> new ToldActivity(
                        analysis.key(), ContentHash.revisionOf(Json.write(analysis)), Optional.of(analysis)))
                .toList();
    }

    boolean isSame(ToldActivity other) {
        return key.equals(other.key) && digest.equals(other.digest);
    }
}

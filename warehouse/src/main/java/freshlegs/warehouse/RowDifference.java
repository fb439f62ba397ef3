package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A row that is not what the records of its topic make of it: {@code there} is the row as it stands, {@code anew} as it would be
 * written, both by columns. {@code key} are the columns of its key, joined by slashes.
 */
public record RowDifference(
        String table, String athlete, String key, Optional<JsonNode> there, Optional<JsonNode> anew) {}

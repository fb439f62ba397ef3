package freshlegs.warehouse;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a record amounts to. */
sealed interface Arrival {
    Place place();

    /** A row to write, or to delete when it is {@code gone}; then only the fields of its key are known. */
    record Row(Place place, String athlete, String key, ObjectNode fields, boolean gone) implements Arrival {}

    /** A record that is no row; {@code reason} tells nothing of its content. */
    record Unreadable(Place place, String reason) implements Arrival {}
}

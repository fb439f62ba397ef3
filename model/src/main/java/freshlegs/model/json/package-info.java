/** How every message is written: one line of JSON, units in the field names, unknown fields tolerated. */
@NullMarked
package freshlegs.model.json;

import org.jspecify.annotations.NullMarked;

/** How much of what the intake takes, in one place for settings, documents and error messages. */
@NullMarked
package freshlegs.ingest.limit;

import org.jspecify.annotations.NullMarked;

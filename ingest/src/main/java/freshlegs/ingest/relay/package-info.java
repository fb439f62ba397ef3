/** The relay: activities that intervals.icu knows of an athlete, fetched as their original files and handed to the spool. */
@NullMarked
package freshlegs.ingest.relay;

import org.jspecify.annotations.NullMarked;

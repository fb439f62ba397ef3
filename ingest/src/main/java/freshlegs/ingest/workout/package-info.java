/** Planned sessions as files for watches: named, numbered and packed, wherever they then go. */
@NullMarked
package freshlegs.ingest.workout;

import org.jspecify.annotations.NullMarked;

/** Where a run went, for drawing it on demand: positions come in here and never go out again. */
@NullMarked
package freshlegs.ingest.track;

import org.jspecify.annotations.NullMarked;

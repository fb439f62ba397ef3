/** Everything that follows from the facts made anew in memory, beside the running system, compared, and mended where it differs. */
@NullMarked
package freshlegs.app.rebuild;

import org.jspecify.annotations.NullMarked;

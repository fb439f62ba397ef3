/** How fast and how large the pipeline is, measured. */
@NullMarked
package freshlegs.bench;

import org.jspecify.annotations.NullMarked;

/** An athlete's facts by local day, folded forward into trends, status and plan. */
@NullMarked
package freshlegs.streams.season;

import org.jspecify.annotations.NullMarked;

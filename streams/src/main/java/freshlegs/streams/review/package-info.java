/** What rose and what fell in a week; pure, and after everything else of a day. */
@NullMarked
package freshlegs.streams.review;

import org.jspecify.annotations.NullMarked;

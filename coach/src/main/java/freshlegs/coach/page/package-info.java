/** What the pages say, in words, before any HTML. */
@NullMarked
package freshlegs.coach.page;

import org.jspecify.annotations.NullMarked;

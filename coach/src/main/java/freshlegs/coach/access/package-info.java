/** Who looks at the console, and what they may see and do there. */
@NullMarked
package freshlegs.coach.access;

import org.jspecify.annotations.NullMarked;

/** How long what people did is kept. */
@NullMarked
package freshlegs.coach.keep;

import org.jspecify.annotations.NullMarked;

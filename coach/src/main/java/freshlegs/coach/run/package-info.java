/** A run second by second: its columns, fewer of them for drawing, its outline. Pure. */
@NullMarked
package freshlegs.coach.run;

import org.jspecify.annotations.NullMarked;

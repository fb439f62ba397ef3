/** The closed loop: synthetic athletes who run what their plan asks, day by day, and what the plan makes of it. */
@NullMarked
package freshlegs.app.follow;

import org.jspecify.annotations.NullMarked;

/** An athlete's plan as a calendar that others can read by a secret address. */
@NullMarked
package freshlegs.coach.calendar;

import org.jspecify.annotations.NullMarked;

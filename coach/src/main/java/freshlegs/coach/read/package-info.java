/** What the console reads from the warehouse's views, and nothing else. */
@NullMarked
package freshlegs.coach.read;

import org.jspecify.annotations.NullMarked;

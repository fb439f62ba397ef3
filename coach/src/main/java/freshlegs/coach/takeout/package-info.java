/** Everything that is known of an athlete, as one file that is hers. */
@NullMarked
package freshlegs.coach.takeout;

import org.jspecify.annotations.NullMarked;

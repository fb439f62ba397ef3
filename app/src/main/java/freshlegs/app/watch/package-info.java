/** A plugged-in watch: found, told whose it is, its new files handed over; written to only where somebody asked for workouts. */
@NullMarked
package freshlegs.app.watch;

import org.jspecify.annotations.NullMarked;

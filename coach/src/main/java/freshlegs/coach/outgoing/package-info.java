/** Requests to addresses that people entered: looked up, checked and only then connected to. */
@NullMarked
package freshlegs.coach.outgoing;

import org.jspecify.annotations.NullMarked;

/** The training ladder: what each day asks, what fatigue takes away from it, and when the next rung is earned. */
@NullMarked
package freshlegs.streams.plan;

import org.jspecify.annotations.NullMarked;

/** What a plan is made of: workouts step by step, what changes them, where an athlete stands. */
@NullMarked
package freshlegs.model.plan;

import org.jspecify.annotations.NullMarked;

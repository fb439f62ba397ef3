/** What happened, as it was told: recordings, readings, check-ins, profiles. State is a function of the set of these. */
@NullMarked
package freshlegs.model.fact;

import org.jspecify.annotations.NullMarked;

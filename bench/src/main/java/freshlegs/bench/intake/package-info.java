/** Real files through the intake alone, from the hand of whoever has them to their published outcomes. */
@NullMarked
package freshlegs.bench.intake;

import org.jspecify.annotations.NullMarked;

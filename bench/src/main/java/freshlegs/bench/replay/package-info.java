/** Facts that lie in the topics already, folded from the first to the last. */
@NullMarked
package freshlegs.bench.replay;

import org.jspecify.annotations.NullMarked;

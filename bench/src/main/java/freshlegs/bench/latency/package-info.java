/** How long a file takes to its row and to its message, and in which stage. */
@NullMarked
package freshlegs.bench.latency;

import org.jspecify.annotations.NullMarked;

/** How long a person waits for a program that was just started. */
@NullMarked
package freshlegs.bench.start;

import org.jspecify.annotations.NullMarked;

/** What was measured, what it was hoped to be, and on which machine. */
@NullMarked
package freshlegs.bench.report;

import org.jspecify.annotations.NullMarked;

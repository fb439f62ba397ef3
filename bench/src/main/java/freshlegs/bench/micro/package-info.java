/** Single steps of the fold, timed alone. */
@NullMarked
package freshlegs.bench.micro;

import org.jspecify.annotations.NullMarked;

/** One thing's way from the bytes of a file to a message, step by step, to see where it got stuck. */
@NullMarked
package freshlegs.app.trace;

import org.jspecify.annotations.NullMarked;

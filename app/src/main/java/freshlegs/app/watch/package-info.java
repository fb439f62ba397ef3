/** A plugged-in watch: found, told whose it is, its new files handed over, and never written to. */
@NullMarked
package freshlegs.app.watch;

import org.jspecify.annotations.NullMarked;

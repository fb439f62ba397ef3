/** The commands. */
@NullMarked
package freshlegs.app.cli;

import org.jspecify.annotations.NullMarked;

/** What goes wrong, as one sentence that names the fix. */
@NullMarked
package freshlegs.app.problem;

import org.jspecify.annotations.NullMarked;

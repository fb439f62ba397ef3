/** The data folder, who holds it, and how to reach them. */
@NullMarked
package freshlegs.app.folder;

import org.jspecify.annotations.NullMarked;

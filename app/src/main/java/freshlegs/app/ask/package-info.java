/** Questions in SQL to the views of schema {@code analytics}, and their export as files. */
@NullMarked
package freshlegs.app.ask;

import org.jspecify.annotations.NullMarked;

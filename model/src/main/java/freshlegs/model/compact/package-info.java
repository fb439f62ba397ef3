/** How records lie in stores: their components in order, without names, numbers as short as they are. */
@NullMarked
package freshlegs.model.compact;

import org.jspecify.annotations.NullMarked;

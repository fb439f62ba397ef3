/** What waits to be worked on. */
@NullMarked
package freshlegs.model.queue;

import org.jspecify.annotations.NullMarked;

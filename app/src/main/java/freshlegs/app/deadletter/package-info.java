/** What stopped on its way, be it a record or a file: listed in one place, mended, brought on its way again or discarded. */
@NullMarked
package freshlegs.app.deadletter;

import org.jspecify.annotations.NullMarked;

/** Everything that cannot be made again in one file, and a data folder made of it. */
@NullMarked
package freshlegs.app.backup;

import org.jspecify.annotations.NullMarked;

/** Reading and writing FIT files: the only package that knows the FIT SDK. */
@NullMarked
package freshlegs.ingest.fit;

import org.jspecify.annotations.NullMarked;

/** Where original files are kept: in the data folder, or in a bucket of an object storage. */
@NullMarked
package freshlegs.ingest.original;

import org.jspecify.annotations.NullMarked;

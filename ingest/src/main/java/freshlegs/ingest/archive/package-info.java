/** Opens zip, tar and gzip archives that strangers wrote, one file at a time and within bounds; names never become paths. */
@NullMarked
package freshlegs.ingest.archive;

import org.jspecify.annotations.NullMarked;

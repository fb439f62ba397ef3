/** Watch files and check-in tables become facts on topics: inbox, spool, decoding, publishing. */
@NullMarked
package freshlegs.ingest;

import org.jspecify.annotations.NullMarked;

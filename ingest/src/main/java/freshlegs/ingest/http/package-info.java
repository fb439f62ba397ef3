/** The intake's own web server: files handed over by token, receipts, and whatever else opens a door. */
@NullMarked
package freshlegs.ingest.http;

import org.jspecify.annotations.NullMarked;

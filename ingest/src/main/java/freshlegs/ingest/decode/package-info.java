/** What any file decoder is told and what it answers; the decoders themselves are in packages of their own. */
@NullMarked
package freshlegs.ingest.decode;

import org.jspecify.annotations.NullMarked;

/** TCX and GPX files to recordings: reduced copies of what a watch recorded. Positions are used for distances and not kept. */
@NullMarked
package freshlegs.ingest.xml;

import org.jspecify.annotations.NullMarked;

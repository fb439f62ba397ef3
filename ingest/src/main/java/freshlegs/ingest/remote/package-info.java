/** Other people's servers that files are fetched from: who is connected to which, and how patiently they are asked. */
@NullMarked
package freshlegs.ingest.remote;

import org.jspecify.annotations.NullMarked;

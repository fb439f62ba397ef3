/** The Kafka broker and the PostgreSQL that come along: child processes on loopback that end with their parent. */
@NullMarked
package freshlegs.app.embedded;

import org.jspecify.annotations.NullMarked;

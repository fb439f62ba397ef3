/** Facts become sessions, trends, alerts and plans: two stages on Kafka Streams, everything between them pure. */
@NullMarked
package freshlegs.streams;

import org.jspecify.annotations.NullMarked;

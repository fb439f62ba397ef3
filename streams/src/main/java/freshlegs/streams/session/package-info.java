/**
 * One recording becomes one small, profile-free session. Pure: no Kafka, no clock, no I/O. Everything is computed on one-second
 * cells of recorded time, so that smart recording, gaps and pauses weigh by their time.
 */
@NullMarked
package freshlegs.streams.session;

import org.jspecify.annotations.NullMarked;

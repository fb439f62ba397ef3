/** What days of load and readings amount to: fitness, fatigue, monotony, spikes, efficiency, heart rate at pace. */
@NullMarked
package freshlegs.streams.trend;

import org.jspecify.annotations.NullMarked;

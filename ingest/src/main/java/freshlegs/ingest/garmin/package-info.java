/**
 * The adapter for Garmin's notifications: stored at once, worked on later. Built from what public programs show of them and tried
 * against a stand-in only.
 */
@NullMarked
package freshlegs.ingest.garmin;

import org.jspecify.annotations.NullMarked;

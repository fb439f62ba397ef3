package freshlegs.ingest;

import freshlegs.ingest.track.Outline;
import freshlegs.model.fact.Recording;

/** A run as its original file has it: the recording, and the outline of its way. */
public record Original(Recording recording, Outline outline) {}

package freshlegs.ingest;

import freshlegs.model.AthleteId;

/** A file that was handed over under some id: whose it is, and whether it still waits for its turn. */
public record Handed(AthleteId athlete, boolean waiting) {}

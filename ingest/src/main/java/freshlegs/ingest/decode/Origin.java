package freshlegs.ingest.decode;

import freshlegs.model.AthleteId;
import java.time.Instant;

/** Whose file it is, when it was taken in, and the zones that count where the file says nothing of local time. */
public record Origin(AthleteId athlete, Instant ingestedAt, Zones zones) {}

package freshlegs.app.cli;

import freshlegs.model.AthleteId;
import java.nio.file.Path;

/** One file of an athlete's. */
record Handover(AthleteId athlete, Path file) {}
